using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>What is named beside a page before it is published: a year that does not fit, names that are not certain.</summary>
public sealed class ImportWarningsTests
{
    private const string Section = "(1)ワンストップ相談窓口";

    [Fact]
    public async Task A_page_whose_figures_are_those_of_another_year_is_doubted()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3, 2025).Build());

        (await store.PrepareAsync(PageBuilder.Consultations(3, 2026).Build())).Warnings.Select(w => w.ToString()).Should().Equal(
            "令和8年度の資料ですが、数のほとんどが令和7年度の同じ月の公表値と同じです。年度を確かめてください");
        var own = new Yorozu.Testing.PageBuilder(new Yorozu.Statistics.FiscalYear(2026), 3).Metric(Section, "2.相談実績件数", (p, m) => (p.Number * 97) + m.Month);
        (await store.PrepareAsync(own.Build())).Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_that_resembles_a_known_one_is_a_question_and_a_new_one_is_not()
    {
        await using var store = await TemporaryStore.CreateAsync();

        (await store.PrepareAsync(PageBuilder.Consultations(1).Metric(Section, "3.相談実績件数（新規）").Build())).Questions.Select(q => q.Message.ToString())
            .Should().ContainSingle().Which.Should().EndWith("— 既知の「相談実績件数」に似ています");
        (await store.PrepareAsync(PageBuilder.Consultations(1).Metric(Section, "3.オンライン相談件数").Build())).Questions.Should().BeEmpty();
    }
}
