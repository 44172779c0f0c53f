using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The snapshot that a filter names, and the filter with the one name of that snapshot: what is part of a cache key is bounded.</summary>
internal static class ExtractSnapshot
{
    public static async Task<(Snapshot Snapshot, ObservationFilter Filter)> SnapshotAsync(
        this YorozuDbContext db, ObservationFilter filter, CancellationToken cancellationToken) =>
        (await db.SnapshotAsync(filter.AsOf, cancellationToken)).Named(filter);

    /// <summary>The same for a snapshot that is known.</summary>
    public static (Snapshot Snapshot, ObservationFilter Filter) Named(this Snapshot snapshot, ObservationFilter filter) =>
        (snapshot with { Name = snapshot.SharedName }, filter.AsOf is null ? filter : filter with { AsOf = snapshot.SharedName });
}
