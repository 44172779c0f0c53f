using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>A state of the public data and since when it has been so: what entity tags and Last-Modified are made from.</summary>
public sealed record DataState(StoreView View, DateTimeOffset Since)
{
    public long Version => View.Version;
}

/// <summary>Finds the state a request asks for, dated.</summary>
public static class DataStateQuery
{
    /// <summary>The newest state, or the one right after a release that is known to exist.</summary>
    public static async Task<DataState> StateAsync(this YorozuDbContext db, int? asOfRelease, CancellationToken cancellationToken)
    {
        var view = await db.ViewAsync(asOfRelease, cancellationToken) ?? throw new ArgumentException($"There is no release {asOfRelease}.", nameof(asOfRelease));
        return await db.StateOfAsync(view, cancellationToken);
    }

    /// <summary>The state that a request has found already.</summary>
    public static async Task<DataState> StateOfAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken)
    {
        var since = view.AsOfRelease is { } id
            ? await db.Releases.Where(r => r.Id == id).Select(r => r.PublishedAt).SingleAsync(cancellationToken)
            : view.Latest.ChangedAt;
        return new DataState(view, since);
    }
}
