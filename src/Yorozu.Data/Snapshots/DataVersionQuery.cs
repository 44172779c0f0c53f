using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Snapshots;

/// <summary>The state of the public data: a number that goes up with each publication and withdrawal, and since when.</summary>
public sealed record DataVersion(long Number, DateTimeOffset ChangedAt);

/// <summary>Which version of the data is there to show.</summary>
public static class DataVersionQuery
{
    public static Task<DataVersion> DataVersionAsync(this YorozuDbContext db, CancellationToken cancellationToken) => db.StoreState
        .Where(s => s.Id == StoreStateEntity.OnlyId)
        .Select(s => new DataVersion(s.DataVersion, s.ChangedAt))
        .SingleAsync(cancellationToken);
}
