using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
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
        (await store.PrepareAsync(Own(2026).Build())).Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(2036, "令和18年度")]
    [InlineData(2029, "令和11年度")]
    [InlineData(2023, "令和5年度")]
    public async Task A_year_far_from_every_release_of_its_metrics_is_doubted(int year, string name)
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3, 2026).Build());

        var proposal = await store.PrepareAsync(Own(year).Build());

        proposal.FarFrom.Should().Be(new FiscalYear(2026));
        proposal.YearQuestion!.ToString().Should().Be($"{name}の資料ですが、同じ指標の公表でいちばん近いのは令和8年度です。年度を確かめてください");
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2026)]
    [InlineData(2028)]
    public async Task A_year_near_a_release_is_not(int year)
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3, 2026).Build());

        var proposal = await store.PrepareAsync(Own(year).Build());

        (proposal.Warnings.Count, proposal.YearQuestion).Should().Be((0, null));
    }

    [Fact]
    public async Task A_skipped_month_and_a_page_older_than_the_newest_of_its_year_are_named()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3).Build("june.txt"));

        (await WarningsAsync(6)).Should().Equal("7月、8月分の公表がないまま、9月分までの資料です。抜けた公表がないか確かめてください");
        (await WarningsAsync(2)).Should().Equal("5月分までの資料ですが、同じ年度の6月分までが公表済みです。古い資料でないか確かめてください");
        (await WarningsAsync(4)).Should().BeEmpty("the next month");
        (await WarningsAsync(3)).Should().BeEmpty("a correction");
        (await WarningsAsync(12)).Should().BeEmpty("the page of a whole year");

        async Task<IEnumerable<string>> WarningsAsync(int months) =>
            (await store.PrepareAsync(PageBuilder.Consultations(months).Metric(Section, "9.新しい件数").Build())).Warnings.Select(w => w.ToString());
    }

    [Fact]
    public async Task The_year_of_other_metrics_is_not_a_doubt_and_neither_is_that_of_the_first_release()
    {
        await using var empty = await TemporaryStore.CreateAsync();
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3, 2026).Build());

        (await empty.PrepareAsync(Own(2036).Build())).FarFrom.Should().BeNull();
        (await store.PrepareAsync(new PageBuilder(new FiscalYear(2036), 3).Metric(Section, "1.名寄せ後の事業者数").Build())).FarFrom.Should().BeNull();
    }

    [Fact]
    public async Task A_name_that_resembles_a_known_one_is_a_question_and_a_new_one_is_not()
    {
        await using var store = await TemporaryStore.CreateAsync();

        (await store.PrepareAsync(PageBuilder.Consultations(1).Metric(Section, "3.相談実績件数（新規）").Build())).Questions.Select(q => q.Message.ToString())
            .Should().ContainSingle().Which.Should().EndWith("— 既知の「相談実績件数」に似ています");
        (await store.PrepareAsync(PageBuilder.Consultations(1).Metric(Section, "3.オンライン相談件数").Build())).Questions.Should().BeEmpty();
    }

    /// <summary>A page with figures of no other year.</summary>
    private static PageBuilder Own(int year) =>
        new PageBuilder(new FiscalYear(year), 3).Metric(Section, "2.相談実績件数", (p, m) => (p.Number * (year % 89)) + m.Month);
}
