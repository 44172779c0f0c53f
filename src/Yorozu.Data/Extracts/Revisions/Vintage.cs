using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>The figure of a cell from one release on, until the next vintage of the cell.</summary>
/// <param name="Value">Null when it is no longer published.</param>
public readonly record struct Vintage(string MetricKey, string Part, Area Area, YearMonth Month, VintageRelease Release, long? Value)
{
    internal (string MetricKey, string Part, Area Area, YearMonth Month) Cell => (MetricKey, Part, Area, Month);
}

/// <summary>A release in the order in which its figures were current.</summary>
public sealed record VintageRelease(int Id, DateOnly PublishedOn);

/// <summary>A cell as every release left it, in the order of a list of releases; null before it was published.</summary>
public sealed record VintageMatrixRow(Vintage First, long?[] Values);
