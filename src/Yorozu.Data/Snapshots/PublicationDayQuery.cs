using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>Finds one name for all days that have the same snapshot.</summary>
public static class PublicationDayQuery
{
    /// <summary>
    /// A snapshot of a day under the name of the last publication up to it, before the first under the day before: the files of
    /// all days between two publications are one.
    /// </summary>
    public static async Task<Snapshot> NamedByPublicationAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.Name?.Day is not { } day) return snapshot;
        // Lists show withdrawn releases too: their days count.
        var days = await db.Releases.Select(r => r.PublishedOn).Distinct().Order().ToListAsync(cancellationToken);
        var first = days.FirstOrDefault(DateOnly.MaxValue);
        return snapshot with { Name = AsOf.On(days.LastOrDefault(d => d <= day, first.AddDays(-1))) };
    }
}
