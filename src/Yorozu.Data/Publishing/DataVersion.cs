using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Publishing;

/// <summary>The version of the public data: incremented by each publication and withdrawal.</summary>
/// <param name="Since">When it began.</param>
internal sealed record DataVersion(long Number, DateTimeOffset Since)
{
    /// <summary>Begins the next version in the caller's transaction; null when the data has changed since the base version.</summary>
    public static async Task<DataVersion?> BeginAsync(YorozuDbContext db, long baseVersion, TimeProvider clock, CancellationToken cancellationToken)
    {
        var latest = await db.LatestSnapshotAsync(cancellationToken);
        if (latest.Version != baseVersion) return null;

        var now = clock.GetUtcNow();
        // Never before the previous change, even when the clock is set back: caches rely on this time.
        var next = new DataVersion(latest.Version + 1, now < latest.Since ? latest.Since.AddSeconds(1) : now);
        await using var update = await db.PrepareAsync(
            "UPDATE store_state SET data_version = @version, changed_at = @since", cancellationToken, "@version", "@since");
        await update.WriteAsync(cancellationToken, next.Number, StoredTime.Of(next.Since));
        return next;
    }
}
