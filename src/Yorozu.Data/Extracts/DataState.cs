using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Queries;

namespace Yorozu.Data.Extracts;

/// <summary>A state of the public data and since when it has been so: what entity tags and Last-Modified are made from.</summary>
public sealed record DataState(long Version, DateTimeOffset Since);

/// <summary>Dates a view.</summary>
public static class DataStateQuery
{
    public static async Task<DataState> StateAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken) => new(
        view.Version,
        view.AsOfRelease is { } id
            ? await db.Releases.Where(r => r.Id == id).Select(r => r.PublishedAt).SingleAsync(cancellationToken)
            : view.Latest.ChangedAt);
}
