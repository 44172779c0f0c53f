using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Tests.Queries;

/// <summary>What the public pages ask the store, by the page that asks.</summary>
internal static class HotQueries
{
    public static IReadOnlyDictionary<string, Func<YorozuDbContext, Snapshot, FiscalYear, Task>> ByPage { get; } =
        new Dictionary<string, Func<YorozuDbContext, Snapshot, FiscalYear, Task>>
        {
            ["/metrics/{key}"] = async (db, snapshot, year) =>
            {
                var coverage = await db.CoverageAsync(snapshot, default);
                await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Areas = [Area.Nation] }, default);
                await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Year = year }, default);
            },
            ["/prefectures/{code}"] = async (db, snapshot, year) =>
                await db.MetricYearsAsync(await db.CoverageAsync(snapshot, default), new() { Year = year }, default),
            ["/verification"] = async (db, snapshot, _) =>
            {
                await db.CheckTalliesAsync(snapshot, default);
                await db.SuspectsAsync(await db.LedgerAsync(snapshot, new() { FailuresOnly = true }, default), default);
            },
            ["/verification?metric="] = (db, snapshot, year) => db.LedgerAsync(snapshot, new() { MetricKey = Metric, Year = year }, default),
            ["/provenance"] = (db, snapshot, year) => db.ProvenanceAsync(snapshot, new(Metric, "", Okayama, year, year.FirstMonth), default),
            ["/revisions"] = async (db, snapshot, year) =>
            {
                await db.RevisionTriangleAsync(snapshot, Metric, year, "", Okayama, default);
                await db.RevisionSizeAsync(snapshot, Metric, "", Okayama, default);
            },
            ["/releases"] = (db, snapshot, _) => db.ReleaseChangesAsync(snapshot, default),
            ["/releases/{id}"] = async (db, snapshot, _) =>
            {
                await db.ReleaseAsync(snapshot, 1, default);
                await db.ReleaseNewsAsync(1, default);
                await db.FailuresOfReleaseAsync(1, default);
            },
            ["/extracts/findings.csv"] = (db, snapshot, _) => ReadAsync("findings", db, snapshot),
            ["/extracts/revisions.csv"] = (db, snapshot, _) => ReadAsync("revisions", db, snapshot),
            ["/extracts/releases.csv"] = (db, snapshot, _) => ReadAsync("releases", db, snapshot),
            ["/extracts/metrics.csv"] = (db, snapshot, _) => ReadAsync("metrics", db, snapshot),
            ["the line on every page"] = (db, snapshot, _) => db.CoverageAsync(snapshot, default),
        };

    private const string Metric = "consultations";

    private static Task<ExtractSummary> ReadAsync(string name, YorozuDbContext db, Snapshot snapshot) => CsvDocument.WriteAsync(
        DatasetCatalogue.Companions.Single(d => d.Name == name), db, new DatasetQuery(snapshot, ObservationFilter.All), new CsvFormat(), Stream.Null, default);

    private static Area Okayama => Area.FromNumber(33);
}
