using Microsoft.Extensions.Caching.Memory;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Web.Snapshots;

/// <summary>
/// Holds what follows from a state of the data alone and what nearly every page asks for. A state never changes, so
/// nothing is ever stale; a publication or withdrawal makes another state.
/// </summary>
public sealed class VersionCache : IDisposable
{
    /// <summary>In rows of what is held, each of some hundred bytes.</summary>
    public const int MaxRows = 50_000;

    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MaxRows, TrackStatistics = true });

    /// <summary>How many rows are held.</summary>
    public long Rows => _memory.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    public Task<IReadOnlyList<Coverage>> CoverageAsync(YorozuDbContext db, StoreView view) =>
        GetAsync(view, "coverage", () => db.CoverageAsync(view, CancellationToken.None), coverage => coverage.Count);

    public Task<LatestState?> LatestStateAsync(YorozuDbContext db, StoreView view) =>
        GetAsync(view, "state", () => db.LatestStateAsync(view, CancellationToken.None), _ => 0);

    public Task<IReadOnlyList<ReleaseChanges>> ReleaseChangesAsync(YorozuDbContext db, StoreView view) =>
        GetAsync(view, "releases", () => db.ReleaseChangesAsync(view, CancellationToken.None), releases => releases.Count);

    /// <summary>The metric and the part must be ones that exist: they become part of a key.</summary>
    public Task<RevisionSize?> RevisionSizeAsync(YorozuDbContext db, StoreView view, string metricKey, string part, Area area) =>
        GetAsync(view, $"size {metricKey} {part} {area.Code}", () => db.RevisionSizeAsync(view, metricKey, part, area, CancellationToken.None), _ => 0);

    public void Dispose() => _memory.Dispose();

    // The time is part of the key because a restored backup may count its versions anew. A reader who leaves must not
    // cancel what others wait for, hence no token.
    private async Task<T> GetAsync<T>(StoreView view, string what, Func<Task<T>> query, Func<T, int> rows) =>
        (await _memory.GetOrCreateAsync((what, view.Version, view.Latest), async entry =>
        {
            entry.SlidingExpiration = Unused;
            var value = await query();
            entry.Size = 1 + rows(value);
            return value;
        }))!;
}
