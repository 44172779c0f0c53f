using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

public sealed class ImportPlanTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_first_page_is_all_new()
    {
        await using var store = await TemporaryStore.CreateAsync();

        var plan = (await store.PrepareAsync(PublishedDocuments.Fy2021)).Plan!;

        plan.NewFigures.Should().Be(4 * 48 * 12);
        plan.Revised.Should().Be(0);
        plan.Unchanged.Should().Be(0);
        plan.NewMetrics.Should().BeEmpty();
    }

    [Fact]
    public async Task Next_month_adds_a_column_and_names_each_revised_cell_old_and_new()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build());

        var plan = (await store.PrepareAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 3300).Build())).Plan!;

        plan.NewFigures.Should().Be(48);
        plan.Unchanged.Should().Be(46);
        var april = new YearMonth(2026, 4);
        plan.Tables.Single().Revised.Should().Equal(
            new RevisedCell("", Area.Nation, april, Figure.Of(112988), Figure.Of(112984)),
            new RevisedCell("", Area.FromNumber(33), april, Figure.Of(3304), Figure.Of(3300)));
        plan.Tables.Single().Revised.Should().OnlyContain(c => c.Difference == -4);
    }

    [Fact]
    public async Task A_figure_that_is_blank_now_is_revised_not_new()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Build());

        var plan = (await store.PrepareAsync(PageBuilder.Consultations(2).Printed(Consultations, "岡山県", 4, "－").Build())).Plan!;

        plan.Tables.Single().Revised.Should().Equal(
            new RevisedCell("", Area.FromNumber(33), new YearMonth(2026, 4), Figure.Of(3304), Figure.NotPublished));
    }

    [Fact]
    public async Task A_correction_with_fewer_columns_says_which_figures_go()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(2).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build());
        // One metric reaches May, so the page is as of May, while the other lost its May column to blanks.
        var page = PageBuilder.Consultations(2).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数");
        foreach (var area in Area.All) page.Printed(Consultations, area.IsNation ? "合計" : area.Name, 5, "");

        var plan = (await store.PrepareAsync(page.Build())).Plan!;

        plan.Tables[0].Revised.Should().HaveCount(48).And.OnlyContain(c => c.Month == new YearMonth(2026, 5) && c.After == Figure.NotPublished);
        plan.Tables[1].Revised.Should().BeEmpty();
    }

    [Fact]
    public async Task An_older_month_that_comes_late_is_compared_with_what_came_before_it_and_does_not_take_effect()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Build());

        var plan = (await store.PrepareAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 1).Build())).Plan!;

        plan.Tables.Should().OnlyContain(t => !t.TakesEffect);
        plan.NewFigures.Should().Be(48);
        plan.Revised.Should().Be(0);
    }

    [Fact]
    public async Task A_metric_outside_the_catalogue_is_announced_once()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var page = PageBuilder.Consultations(1).Metric("(3)新設窓口", "1.新しい数");

        var first = (await store.PrepareAsync(page.Build())).Plan!;
        await store.PublishAsync(page.Build());
        var second = (await store.PrepareAsync(page.Figure(Consultations, "岡山県", 4, 1).Build())).Plan!;

        first.NewMetrics.Should().ContainSingle().Which.Key.Should().MatchRegex("^x-[0-9a-f]{8}$");
        second.NewMetrics.Should().BeEmpty();
    }
}
