using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Releases;

public sealed class ReleaseNewsQueryTests
{
    private const string Heading = "2.相談実績件数";

    [Fact]
    public async Task The_new_month_stands_beside_the_month_before_and_the_same_month_of_the_year_before()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(12, 2025).Build(), PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Build());

        var april = await NewsAsync(store, 2);
        var may = await NewsAsync(store, 3);

        // Each prefecture has its code × 100 + the month: 112,800 and 47 times the month.
        april.Headlines.Should().ContainSingle().Which.Should().Match<Headline>(h =>
            h.Month == new YearMonth(2026, 4) && h.Count == 112988 && h.MonthBefore == 112941 && h.YearBefore == 112988 && h.IsNew);
        may.Headlines.Should().ContainSingle().Which.Should().Match<Headline>(h =>
            h.Count == 113035 && h.MonthBefore == 112988 && h.YearBefore == 113035 && h.IsNew);
    }

    [Fact]
    public async Task A_correction_has_no_new_month()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(1).Figure(Heading, "岡山県", 4, 1).Build());

        (await NewsAsync(store, 2)).Headlines.Single().IsNew.Should().BeFalse();
    }

    [Fact]
    public async Task A_figure_that_was_taken_back_is_not_compared_with()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(2).Build(), PageBuilder.Consultations(3).Printed(Heading, "合計", 5, "").Build());

        (await NewsAsync(store, 2)).Headlines.Single().MonthBefore.Should().BeNull();
    }

    [Fact]
    public async Task A_superseded_figure_is_not_the_highest_so_far()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(12, 2025).Figure(Heading, "岡山県", 3, 9999).Build(),
            WithoutApril(PageBuilder.Consultations(12, 2025)),
            PageBuilder.Consultations(1).Figure(Heading, "岡山県", 4, 4000).Build());

        var records = (await NewsAsync(store, 3)).Records;

        records.Single(r => r.Area.Name == "岡山県").Should().Match<Yorozu.Data.Queries.Releases.Record>(r => r.HighestBefore == 3312 && r.Months == 12);
    }

    [Fact]
    public async Task The_ten_largest_moves_come_first_up_or_down()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(2).Figure(Heading, "沖縄県", 5, 1).Figure(Heading, "岡山県", 5, 9999).Build());

        var moves = (await NewsAsync(store, 1)).Moves;

        moves.Should().HaveCount(10);
        moves.Take(2).Select(m => (m.Area.Name, m.Change)).Should().Equal(("岡山県", 9999 - 3304), ("沖縄県", 1 - 4704));
    }

    [Fact]
    public async Task A_record_needs_twelve_earlier_months()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(12, 2025).Build(), PageBuilder.Consultations(1).Figure(Heading, "岡山県", 4, 4000).Build());

        (await NewsAsync(store, 1)).Records.Should().BeEmpty("March is higher than all before it, but there are eleven of them only");
        (await NewsAsync(store, 2)).Records.Select(r => (r.Area.Name, r.Count, r.HighestBefore, r.Months)).Should().Equal(
            ("全国", 113684, 113364, 12), ("岡山県", 4000, 3312, 12));
    }

    [Fact]
    public async Task Revised_figures_are_old_and_new_the_largest_first()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build(),
            PageBuilder.Consultations(2).Figure(Heading, "岡山県", 4, 3404).Figure(Heading, "沖縄県", 4, 4654).Build());

        (await NewsAsync(store, 2)).Revised.Select(r => (r.Area.Name, r.Before, r.After, r.Change)).Should().Equal(
            ("岡山県", 3304, 3404, 100), ("沖縄県", 4704, 4654, -50), ("全国", 112988, 113038, 50));
    }

    [Fact]
    public async Task Failed_checks_and_new_metrics_are_counted()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Printed(Heading, "岡山県", 0, "1").Metric("(3)新設窓口", "1.新しい数").Build());

        var news = await NewsAsync(store, 1);

        news.Failed[CheckKind.Cumulative].Should().Be(1);
        news.Failed[CheckKind.National].Should().Be(1);
        news.NewMetrics.Select(m => m.Name).Should().Equal("新しい数");
    }

    private static DocumentFile WithoutApril(PageBuilder page) => new("page.txt", Encoding.UTF8.GetBytes(string.Join('\n', page.Text()
        .Split('\n')
        .Select(line => line.Split('\t') is { Length: > 2 } cells ? string.Join('\t', [cells[0], .. cells[2..]]) : line))));

    private static async Task<ReleaseNews> NewsAsync(TemporaryStore store, int release) =>
        (await store.QueryAsync(db => db.ReleaseNewsAsync(release, default)))!;
}
