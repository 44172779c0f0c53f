using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries;

/// <summary>
/// Twenty years of monthly releases against one, in steps of SQLite's virtual machine. What follows from the state of the
/// data alone (which tables are current, the line on every page) is kept by the web host for as long as the state lasts,
/// and so is asked for before the counting starts.
/// </summary>
public sealed class QueryCostTests(QueryCostTests.Stores stores) : IClassFixture<QueryCostTests.Stores>
{
    private const string Metric = "consultations";
    private static readonly FiscalYear Year = new(2025);

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public async Task A_metric_with_every_month_of_an_area(int area) => (await RatioAsync(async (db, _, coverage) =>
    {
        await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Areas = [Area.FromNumber(area)] }, default);
        await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Year = Year }, default);
    })).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task An_indicator_with_every_month_of_an_area() => (await RatioAsync(async (db, _, coverage) =>
    {
        foreach (var key in new[] { Metric, "one-stop-businesses" })
        {
            await db.MetricYearsAsync(coverage, new() { MetricKey = key, Areas = [Area.FromNumber(33)] }, default);
            await db.MetricYearsAsync(coverage, new() { MetricKey = key, Year = Year }, default);
        }
    })).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task A_prefecture_with_every_month_of_a_metric() => (await RatioAsync(async (db, _, coverage) =>
    {
        await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Areas = [Area.FromNumber(33)] }, default);
        await db.MetricYearsAsync(coverage, new() { Year = Year }, default);
    })).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task A_prefecture() => (await RatioAsync((db, _, coverage) =>
        db.MetricYearsAsync(coverage, new() { Year = Year }, default))).Should().BeLessThanOrEqualTo(1.5);

    // Whole tables of earlier years are kept like the coverage.
    [Fact]
    public async Task A_prefecture_with_the_trends_of_all_metrics_and_all_years_of_one() => (await RatioAsync(async (db, _, coverage) =>
    {
        await db.MetricYearsAsync(coverage, new() { Year = Year }, default);
        var earlier = coverage.Where(c => Year.StartYear - c.Year.StartYear is >= 2 and <= 4).ToList();
        await db.MetricYearsAsync(earlier, new() { Areas = [Area.FromNumber(33)] }, default);
        await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Areas = [Area.FromNumber(33)] }, default);
    })).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task Twelve_areas_by_all_metrics() => (await RatioAsync(async (db, _, coverage) =>
    {
        await db.MetricYearsAsync(coverage, new() { Year = Year }, default);
        var earlier = coverage.Where(c => Year.StartYear - c.Year.StartYear == 2).ToList();
        await db.MetricYearsAsync(earlier, new() { Areas = [.. Enumerable.Range(1, 12).Select(Area.FromNumber)] }, default);
    })).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task The_whole_country() => (await RatioAsync(async (db, _, coverage) =>
    {
        await db.MetricYearsAsync(coverage, new() { Year = Year, Areas = [Area.Nation] }, default);
        await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Areas = [Area.Nation] }, default);
        await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Year = Year }, default);
    })).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task The_checks_of_a_metric() => (await RatioAsync((db, snapshot, _) =>
        db.LedgerAsync(snapshot, new() { MetricKey = Metric, Year = Year }, default))).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task Where_a_figure_was_printed() => (await RatioAsync((db, snapshot, _) =>
        db.ProvenanceAsync(snapshot, new(Metric, "", Area.FromNumber(33), Year, Year.FirstMonth), default))).Should().BeLessThanOrEqualTo(1.5);

    [Fact]
    public async Task The_triangle_of_a_year() => (await RatioAsync((db, snapshot, _) =>
        db.RevisionTriangleAsync(snapshot, Metric, Year, "", Area.FromNumber(33), default))).Should().BeLessThanOrEqualTo(1.5);

    private async Task<double> RatioAsync(Func<YorozuDbContext, Snapshot, IReadOnlyList<Coverage>, Task> page) =>
        (double)await StepsAsync(stores.TwentyYears, page) / await StepsAsync(stores.OneYear, page);

    private static async Task<long> StepsAsync(TemporaryStore store, Func<YorozuDbContext, Snapshot, IReadOnlyList<Coverage>, Task> page)
    {
        await using var db = RecordedStore.Open(store.Directory.DatabasePath, out var recorded);
        var snapshot = (await db.FindSnapshotAsync(null, default))!;
        var coverage = await db.CoverageAsync(snapshot, default);
        var steps = await recorded.StepsAsync(db, () => page(db, snapshot, coverage));
        return steps > 0 ? steps : throw new InvalidOperationException("Nothing was asked of the store.");
    }

    /// <summary>The same last year in both; one has the nineteen years before it too.</summary>
    public sealed class Stores : IAsyncLifetime
    {
        public TemporaryStore OneYear { get; private set; } = null!;

        public TemporaryStore TwentyYears { get; private set; } = null!;

        public async Task InitializeAsync() => (OneYear, TwentyYears) = (await FillAsync(1), await FillAsync(20));

        public async Task DisposeAsync()
        {
            await OneYear.DisposeAsync();
            await TwentyYears.DisposeAsync();
        }

        private static async Task<TemporaryStore> FillAsync(int years)
        {
            var store = await TemporaryStore.CreateAsync();
            await using var db = store.Open();
            await SyntheticStore.FillAsync(db, Year.StartYear - years + 1, years, CancellationToken.None);
            return store;
        }
    }
}
