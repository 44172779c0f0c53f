namespace Yorozu.Statistics.Comparison;

/// <summary>Ranks of figures (順位): 1 for the greatest; equal figures share a rank, and the next rank is skipped.</summary>
public static class Rank
{
    /// <summary>The rank of each figure, in the given order.</summary>
    /// <param name="figures">Figures or ratios; null where there is none.</param>
    /// <returns>One rank per figure; null where there is no figure.</returns>
    public static IReadOnlyList<int?> Of(IReadOnlyList<double?> figures) =>
        [.. figures.Select(figure => Of(figure, figures))];

    /// <summary>The rank of one figure among several.</summary>
    /// <returns>Null when there is no figure.</returns>
    public static int? Of(double? figure, IEnumerable<double?> figures) => figure.HasValue ? 1 + figures.Count(other => other > figure) : null;
}
