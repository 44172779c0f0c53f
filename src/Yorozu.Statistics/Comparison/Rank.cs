namespace Yorozu.Statistics.Comparison;

/// <summary>Places among figures (順位): 1 for the greatest; equal figures share a place, and the next place is left out.</summary>
public static class Rank
{
    /// <summary>The place of each figure, in the order given.</summary>
    /// <param name="figures">Figures or ratios; null where there is none.</param>
    /// <returns>As many places as figures; null where there is no figure.</returns>
    public static IReadOnlyList<int?> Of(IReadOnlyList<double?> figures) =>
        [.. figures.Select(figure => figure.HasValue ? 1 + figures.Count(other => other > figure) : (int?)null)];
}
