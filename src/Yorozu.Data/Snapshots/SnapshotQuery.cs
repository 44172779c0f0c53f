using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>Finds the snapshot a request asks for.</summary>
public static class SnapshotQuery
{
    internal const string Latest = "SELECT data_version, changed_at, (SELECT coalesce(max(id), 0) FROM reference_tables) FROM store_state";

    /// <summary>A row of <see cref="Latest"/>.</summary>
    internal static Snapshot Read(DbDataReader row) => new(row.GetInt64(0), row.Time(1), null, true) { References = row.GetInt64(2) };

    public static async Task<Snapshot> LatestSnapshotAsync(this YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var state = await db.PrepareAsync(Latest, cancellationToken);
        return (await state.ReadAsync(Read, cancellationToken)).Single();
    }

    /// <summary>The latest snapshot, or with <paramref name="asOfRelease"/> the one right after that release; null when there is no such release.</summary>
    public static async Task<Snapshot?> FindSnapshotAsync(this YorozuDbContext db, int? asOfRelease, CancellationToken cancellationToken)
    {
        var latest = await db.LatestSnapshotAsync(cancellationToken);
        if (asOfRelease is not { } id) return latest;

        return await db.Releases.Where(r => r.Id == id)
            .Select(r => new Snapshot(r.PublishedVersion, r.PublishedAt, id, r.PublishedVersion == latest.Version) { References = latest.References })
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>As <see cref="FindSnapshotAsync"/>, for a release known to exist.</summary>
    /// <exception cref="ArgumentException">There is no such release.</exception>
    public static async Task<Snapshot> SnapshotAsync(this YorozuDbContext db, int? asOfRelease, CancellationToken cancellationToken) =>
        await db.FindSnapshotAsync(asOfRelease, cancellationToken) ?? throw new ArgumentException($"There is no release {asOfRelease}.", nameof(asOfRelease));
}
