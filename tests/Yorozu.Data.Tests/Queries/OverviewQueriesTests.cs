using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries;

/// <summary>The small questions every page asks: what is there, how far, and does it add up.</summary>
public sealed class OverviewQueriesTests
{
    [Fact]
    public async Task Coverage_lists_every_current_table()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

        var coverage = await store.QueryAsync(async db => await db.CoverageAsync(await Latest(db), CancellationToken.None));

        coverage.Should().HaveCount(16);
        coverage[0].Metric.Key.Should().Be("consultations");
        coverage[0].LastMonth.Should().Be(new YearMonth(2022, 3));
        coverage[0].Metric.Related.Should().Equal("one-stop-consultations");
    }

    [Fact]
    public async Task The_latest_state_counts_the_sums_of_current_tables_only()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Printed("2.相談実績件数", "岡山県", 0, "1").Build("wrong.txt"), PageBuilder.Consultations(2).Build("right.txt"));

        var summary = await store.QueryAsync(SummaryAsync);

        summary.Should().Be(new SnapshotSummary(new FiscalYear(2026), new YearMonth(2026, 5), 51, 0));
    }

    [Fact]
    public async Task The_latest_state_of_an_empty_store_is_none()
    {
        await using var store = await TemporaryStore.CreateAsync();

        (await store.QueryAsync(SummaryAsync)).Should().BeNull();
    }

    [Fact]
    public async Task Release_changes_tell_new_figures_from_revised_ones()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 1).Build("may.txt"));

        var changes = await store.QueryAsync(async db => await db.ReleaseChangesAsync(await Latest(db), CancellationToken.None));

        changes.Select(c => (c.FileName, c.Figures, c.New, c.Revised)).Should().Equal(("may.txt", 96, 48, 2), ("april.txt", 48, 48, 0));
    }

    [Fact]
    public async Task A_figure_that_is_blank_now_takes_none_of_the_new_ones_away()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Printed("2.相談実績件数", "岡山県", 4, "－").Build());

        var changes = await store.QueryAsync(async db => await db.ReleaseChangesAsync(await Latest(db), CancellationToken.None));

        changes.Select(c => (c.Figures, c.New, c.Revised)).Should().Equal((95, 48, 1), (48, 48, 0));
    }

    [Fact]
    public async Task The_ledger_has_every_sum_and_failures_first()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "岡山県", 0, "1").Build());

        var sums = await store.QueryAsync(async db => await db.LedgerAsync(
            await Latest(db), new() { MetricKey = "one-stop-consultations", Year = new FiscalYear(2026) }, CancellationToken.None));
        var failures = await store.QueryAsync(async db => await db.LedgerAsync(await Latest(db), new() { FailuresOnly = true }, CancellationToken.None));

        sums.Should().HaveCount(51);
        sums[0].CheckResult
            .Should()
            .Match<CheckResult>(f => !f.Passed && f.Kind == CheckKind.Cumulative && f.Area == Area.FromNumber(33) && f.Published == 1 && f.Expected == 6609);
        failures.Should().HaveCount(2, "the country's 累計値 no longer is the sum of the 47 either");
    }

    private static async Task<Snapshot> Latest(YorozuDbContext db) => (await db.FindSnapshotAsync(null, CancellationToken.None))!;

    private static async Task<SnapshotSummary?> SummaryAsync(YorozuDbContext db) =>
        SnapshotSummary.Of(await db.CoverageAsync(await Latest(db), CancellationToken.None));
}
