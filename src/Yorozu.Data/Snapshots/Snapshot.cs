namespace Yorozu.Data.Snapshots;

/// <summary>
/// One state of the public data: found once at the beginning of a request and handed to every query, so that a page or a
/// file never mixes two.
/// </summary>
/// <param name="Version">The data version: goes up by one with each publication and withdrawal.</param>
/// <param name="Since">When the data came into this state: what entity tags and Last-Modified are made from.</param>
/// <param name="AsOfRelease">The release the reader asked to go back to; null for the latest state.</param>
/// <param name="IsLatest">False when newer figures exist.</param>
public sealed record Snapshot(long Version, DateTimeOffset Since, int? AsOfRelease, bool IsLatest);
