using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>Finds the snapshot a request asks for.</summary>
public static class SnapshotQuery
{
    // Looks for a withdrawal only where no release was published: that has an index.
    internal const string Latest =
        """
        SELECT data_version, changed_at, (SELECT coalesce(max(id), 0) FROM reference_tables), coalesce(
            (SELECT id FROM releases WHERE published_version = data_version),
            (SELECT -id FROM releases WHERE withdrawn_version = data_version))
        FROM store_state
        """;

    /// <summary>A row of <see cref="Latest"/>.</summary>
    internal static Snapshot Read(DbDataReader row)
    {
        var name = row.Count(3) switch
        {
            null => null,
            < 0 and var withdrawn => AsOf.Withdrawal(-(int)withdrawn),
            { } published => AsOf.Publication((int)published),
        };
        return new Snapshot(row.GetInt64(0), row.Time(1), name, true) { References = row.GetInt64(2) };
    }

    public static async Task<Snapshot> LatestSnapshotAsync(this YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var state = await db.PrepareAsync(Latest, cancellationToken);
        return (await state.ReadAsync(Read, cancellationToken)).Single();
    }

    /// <summary>The latest snapshot, or the one with this name; null when there is none.</summary>
    public static async Task<Snapshot?> FindSnapshotAsync(this YorozuDbContext db, AsOf? asOf, CancellationToken cancellationToken)
    {
        var latest = await db.LatestSnapshotAsync(cancellationToken);
        if (asOf is null || asOf == latest.Name) return latest;
        if (asOf.Day is { } day) return await OnAsync(db, latest with { Name = asOf }, day, cancellationToken);

        var change = await db.Releases.Where(r => r.Id == asOf.Release)
            .Select(r => new { r.PublishedVersion, r.PublishedAt, r.WithdrawnVersion, r.WithdrawnAt })
            .SingleOrDefaultAsync(cancellationToken);
        var (version, since) = asOf.IsWithdrawal ? (change?.WithdrawnVersion, change?.WithdrawnAt) : (change?.PublishedVersion, change?.PublishedAt);
        return version is null ? null : latest with { Version = version.Value, Since = since!.Value, Name = asOf, IsLatest = false };
    }

    /// <summary>
    /// The releases of the latest snapshot published up to a day, without what was withdrawn since. Days without a publication
    /// between have one shared name: the last publication up to them, or the day before the first.
    /// </summary>
    private static async Task<Snapshot> OnAsync(YorozuDbContext db, Snapshot latest, DateOnly day, CancellationToken cancellationToken)
    {
        // Lists show withdrawn releases too: their days count.
        var releases = await db.Releases.Select(r => new { r.PublishedOn, Stands = r.WithdrawnVersion == null }).Distinct().ToListAsync(cancellationToken);
        var days = releases.Select(r => r.PublishedOn).Order().ToList();
        var upToDay = days.FindAll(d => d <= day);
        var standing = releases.FindAll(r => r.Stands).ConvertAll(r => r.PublishedOn);
        return latest with
        {
            LastDay = upToDay.Count < days.Count ? upToDay.LastOrDefault(DateOnly.MinValue) : DateOnly.MaxValue,
            IsLatest = !standing.Exists(d => d > day),
            SharedName = AsOf.On(upToDay.Count > 0 ? upToDay[^1] : days.FirstOrDefault(DateOnly.MaxValue).AddDays(-1)),
            FirstPublication = standing.Count > 0 && standing.Min() is var first && first > day ? first : null,
        };
    }

    /// <summary>As <see cref="FindSnapshotAsync"/>, for a name known to exist.</summary>
    /// <exception cref="ArgumentException">There is no such snapshot.</exception>
    public static async Task<Snapshot> SnapshotAsync(this YorozuDbContext db, AsOf? asOf, CancellationToken cancellationToken) =>
        await db.FindSnapshotAsync(asOf, cancellationToken) ?? throw new ArgumentException($"There is no snapshot {asOf}.", nameof(asOf));
}
