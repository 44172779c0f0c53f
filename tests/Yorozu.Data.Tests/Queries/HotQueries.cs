using Yorozu.Data.Extracts;
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
    public static IReadOnlyDictionary<string, Func<YorozuDbContext, StoreView, FiscalYear, Task>> ByPage { get; } =
        new Dictionary<string, Func<YorozuDbContext, StoreView, FiscalYear, Task>>
        {
            ["/metrics/{key}"] = async (db, view, year) =>
            {
                var coverage = await db.CoverageAsync(view, default);
                await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Areas = [Area.Nation] }, default);
                await db.MetricYearsAsync(coverage, new() { MetricKey = Metric, Year = year }, default);
            },
            ["/prefectures/{code}"] = async (db, view, year) =>
                await db.MetricYearsAsync(await db.CoverageAsync(view, default), new() { Year = year }, default),
            ["/verification"] = async (db, view, _) =>
            {
                await db.CheckTalliesAsync(view, default);
                await db.SuspectsAsync(await db.LedgerAsync(view, new() { FailuresOnly = true }, default), default);
            },
            ["/verification?metric="] = (db, view, year) => db.LedgerAsync(view, new() { MetricKey = Metric, Year = year }, default),
            ["/provenance"] = (db, view, year) => db.ProvenanceAsync(view, new(Metric, "", Okayama, year, year.FirstMonth), default),
            ["/revisions"] = async (db, view, year) =>
            {
                await db.RevisionTriangleAsync(view, Metric, year, "", Okayama, default);
                await db.RevisionSizeAsync(view, Metric, "", Okayama, default);
            },
            ["/releases"] = (db, view, _) => db.ReleaseChangesAsync(view, default),
            ["/releases/{id}"] = async (db, view, _) =>
            {
                await db.ReleaseAsync(view, 1, default);
                await db.ReleaseNewsAsync(1, default);
                await db.FailuresOfReleaseAsync(1, default);
            },
            ["/extracts/findings.csv"] = (db, view, _) => ReadAsync("findings", db, view),
            ["/extracts/revisions.csv"] = (db, view, _) => ReadAsync("revisions", db, view),
            ["/extracts/releases.csv"] = (db, view, _) => ReadAsync("releases", db, view),
            ["/extracts/metrics.csv"] = (db, view, _) => ReadAsync("metrics", db, view),
            ["the line on every page"] = (db, view, _) => db.LatestStateAsync(view, default),
        };

    private const string Metric = "consultations";

    private static Task<ExtractSummary> ReadAsync(string name, YorozuDbContext db, StoreView view) => CsvDocument.WriteAsync(
        DatasetCatalogue.Companions.Single(d => d.Name == name), db, new DatasetQuery(view, ObservationFilter.All), new CsvFormat(), Stream.Null, default);

    private static Area Okayama => Area.FromNumber(33);
}
