using Microsoft.Extensions.Caching.Memory;
using Yorozu.Data.Queries.References;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.References;

namespace Yorozu.Web.Snapshots;

/// <summary>
/// Caches data that depends only on the snapshot and that nearly every page needs. A snapshot never changes, so
/// nothing is ever stale; a publication or withdrawal makes another snapshot.
/// </summary>
public sealed class SnapshotCache : IDisposable
{
    /// <summary>The limit in rows, each of some hundred bytes.</summary>
    public const int MaxRows = 50_000;

    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MaxRows, TrackStatistics = true });

    /// <summary>The number of cached rows.</summary>
    public long Rows => _memory.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    public Task<IReadOnlyList<Coverage>> CoverageAsync(YorozuDbContext db, Snapshot snapshot) =>
        GetAsync(snapshot, "coverage", () => db.CoverageAsync(snapshot, CancellationToken.None), coverage => coverage.Count);

    public Task<IReadOnlyList<ReleaseChanges>> ReleaseChangesAsync(YorozuDbContext db, Snapshot snapshot) =>
        GetAsync(snapshot, "releases", () => db.ReleaseChangesAsync(snapshot, CancellationToken.None), releases => releases.Count);

    public Task<IReadOnlyList<ReferenceTable>> ReferencesAsync(YorozuDbContext db, Snapshot snapshot) =>
        GetAsync(snapshot, "references", () => db.ReferencesAsync(CancellationToken.None), references => references.Count);

    /// <summary>Metric and part must exist, because they become part of a cache key.</summary>
    public Task<RevisionSize?> RevisionSizeAsync(YorozuDbContext db, Snapshot snapshot, string metricKey, string part, Area area) =>
        GetAsync(snapshot, $"size {metricKey} {part} {area.Code}", () => db.RevisionSizeAsync(snapshot, metricKey, part, area, CancellationToken.None), _ => 0);

    /// <summary>Whole tables. The pages of the 47 prefectures rank by the same ones, so that they are read once.</summary>
    public async Task<IReadOnlyList<MetricYear>> TablesAsync(YorozuDbContext db, Snapshot snapshot, IReadOnlyList<Coverage> tables)
    {
        var whole = new List<MetricYear>();
        foreach (var table in tables)
        {
            whole.Add(await GetAsync(
                snapshot,
                $"table {table.Metric.Key} {table.Year}",
                async () => (await db.MetricYearsAsync([table], new(), CancellationToken.None)).Single(),
                t => t.Series.Count));
        }

        return whole;
    }

    public void Dispose() => _memory.Dispose();

    // The time is part of the key because a restored backup may reuse version numbers. No token: a disconnected client must
    // not cancel what others wait for.
    private async Task<T> GetAsync<T>(Snapshot snapshot, string what, Func<Task<T>> query, Func<T, int> rows) =>
        (await _memory.GetOrCreateAsync((what, snapshot.Version, snapshot.LastDay, snapshot.Since, snapshot.References), async entry =>
        {
            entry.SlidingExpiration = Unused;
            var value = await query();
            entry.Size = 1 + rows(value);
            return value;
        }))!;
}
