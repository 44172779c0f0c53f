using Yorozu.Statistics;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// One state of the public data. Found once per request and passed to every query, so that a page or a file never mixes two
/// states.
/// </summary>
/// <param name="Version">The data version: incremented by each publication and withdrawal.</param>
/// <param name="Since">The time of the last change, for entity tags and Last-Modified.</param>
/// <param name="Name">What <c>asof</c> pins it with; null while nothing has been published.</param>
/// <param name="IsLatest">False when newer figures exist.</param>
public sealed record Snapshot(long Version, DateTimeOffset Since, AsOf? Name, bool IsLatest)
{
    /// <summary>Only the releases published up to this day belong to it.</summary>
    public DateOnly LastDay { get; init; } = DateOnly.MaxValue;

    /// <summary>The one name for all days with the same releases, for cache keys; the name itself where it is not of a day.</summary>
    public AsOf? SharedName { get => field ?? Name; init; }

    /// <summary>The day of the first release that stands, where this is a day before it; otherwise null.</summary>
    public DateOnly? FirstPublication { get; init; }

    /// <summary>The name for people.</summary>
    public Phrase Title => Name?.Title ?? new Phrase("公表なし");

    /// <summary>The number of the last change of a reference table; an earlier state shows those of today.</summary>
    public long References { get; init; }

    /// <summary>The releases that stand at a data version.</summary>
    public static Snapshot At(long version) => new(version, default, null, true);
}
