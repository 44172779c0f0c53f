using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// Which state of the data a request looks at: taken once at its beginning and handed to every query, so that a page or
/// a file never mixes two states.
/// </summary>
/// <param name="Version">The data version to show.</param>
/// <param name="Latest">The newest data version.</param>
/// <param name="AsOfRelease">The release whose publication the reader asked to go back to; null for the newest state.</param>
public sealed record StoreView(long Version, DataVersion Latest, int? AsOfRelease)
{
    /// <summary>False when newer figures exist than the ones shown.</summary>
    public bool IsLatest => Version == Latest.Number;
}

/// <summary>Finds the state a request asks for.</summary>
public static class StoreViewQuery
{
    /// <summary>The newest state, or with <paramref name="asOfRelease"/> the state right after that release; null when there is no such release.</summary>
    public static async Task<StoreView?> ViewAsync(this YorozuDbContext db, int? asOfRelease, CancellationToken cancellationToken)
    {
        var latest = await db.DataVersionAsync(cancellationToken);
        if (asOfRelease is not { } id) return new StoreView(latest.Number, latest, null);

        var version = await db.Releases.Where(r => r.Id == id).Select(r => (long?)r.PublishedVersion).SingleOrDefaultAsync(cancellationToken);
        return version is { } number ? new StoreView(number, latest, id) : null;
    }
}
