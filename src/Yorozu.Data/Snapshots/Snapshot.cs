namespace Yorozu.Data.Snapshots;

/// <summary>
/// One state of the public data. Found once per request and passed to every query, so that a page or a file never mixes two
/// states.
/// </summary>
/// <param name="Version">The data version: incremented by each publication and withdrawal.</param>
/// <param name="Since">The time of the last change, for entity tags and Last-Modified.</param>
/// <param name="AsOfRelease">The release that was asked for with asof; null when none was.</param>
/// <param name="IsLatest">False when newer figures exist.</param>
public sealed record Snapshot(long Version, DateTimeOffset Since, int? AsOfRelease, bool IsLatest)
{
    /// <summary>The number of the last change of a reference table; an earlier state shows those of today.</summary>
    public long References { get; init; }
}
