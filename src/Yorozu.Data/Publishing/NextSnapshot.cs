using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Publishing;

/// <summary>The snapshot that a publication or withdrawal makes.</summary>
internal static class NextSnapshot
{
    /// <summary>Begins it in the caller's transaction; null when the data has changed since the base version.</summary>
    public static async Task<Snapshot?> BeginAsync(YorozuDbContext db, long baseVersion, TimeProvider clock, CancellationToken cancellationToken)
    {
        var latest = await db.LatestSnapshotAsync(cancellationToken);
        if (latest.Version != baseVersion) return null;

        var now = clock.GetUtcNow();
        // Never before the previous change, even when the clock is set back: caches rely on this time.
        var next = Snapshot.At(latest.Version + 1) with { Since = now < latest.Since ? latest.Since.AddSeconds(1) : now };
        await using var update = await db.PrepareAsync(
            "UPDATE store_state SET data_version = @version, changed_at = @since", cancellationToken, "@version", "@since");
        await update.WriteAsync(cancellationToken, next.Version, StoredTime.Of(next.Since));
        return next;
    }
}
