using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The snapshot that a filter names, and the filter with the one name of that snapshot: what is part of a cache key is bounded.</summary>
internal static class ExtractSnapshot
{
    public static async Task<(Snapshot Snapshot, ObservationFilter Filter)> SnapshotAsync(
        this YorozuDbContext db, ObservationFilter filter, CancellationToken cancellationToken)
    {
        var snapshot = await db.NamedByPublicationAsync(await db.SnapshotAsync(filter.AsOf, cancellationToken), cancellationToken);
        return (snapshot, filter.AsOf is null ? filter : filter with { AsOf = snapshot.Name });
    }
}
