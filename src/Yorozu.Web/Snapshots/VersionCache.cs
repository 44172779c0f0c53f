using Microsoft.Extensions.Caching.Memory;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Web.Snapshots;

/// <summary>
/// Keeps what follows from a state of the data alone and what nearly every page asks for. A state never changes, so
/// nothing is ever stale; a publication or withdrawal makes another state.
/// </summary>
public sealed class VersionCache(IMemoryCache memory)
{
    private static readonly TimeSpan Unused = TimeSpan.FromHours(1);

    public Task<IReadOnlyList<Coverage>> CoverageAsync(YorozuDbContext db, StoreView view) =>
        GetAsync(view, "coverage", () => db.CoverageAsync(view, CancellationToken.None));

    public Task<LatestState?> LatestStateAsync(YorozuDbContext db, StoreView view) =>
        GetAsync(view, "state", () => db.LatestStateAsync(view, CancellationToken.None));

    public Task<IReadOnlyList<ReleaseChanges>> ReleaseChangesAsync(YorozuDbContext db, StoreView view) =>
        GetAsync(view, "releases", () => db.ReleaseChangesAsync(view, CancellationToken.None));

    public Task<RevisionSize?> RevisionSizeAsync(YorozuDbContext db, StoreView view, string metricKey, string part, Area area) =>
        GetAsync(view, $"size {metricKey} {part} {area.Code}", () => db.RevisionSizeAsync(view, metricKey, part, area, CancellationToken.None));

    // The time is part of the key because a restored backup may count its versions anew. A reader who leaves must not
    // cancel what others wait for, hence no token.
    private async Task<T> GetAsync<T>(StoreView view, string what, Func<Task<T>> query) =>
        (await memory.GetOrCreateAsync((what, view.Version, view.Latest), entry =>
        {
            entry.SlidingExpiration = Unused;
            return query();
        }))!;
}
