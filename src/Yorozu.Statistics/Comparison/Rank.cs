namespace Yorozu.Statistics.Comparison;

/// <summary>
/// A place among figures (順位): 1 for the greatest. Equal figures share a place, and the next ones are skipped. A zero that others share has
/// no place: how high it would stand depends only on how many have nothing to count.
/// </summary>
/// <param name="Place">Null for a shared zero.</param>
/// <param name="Sharing">How many have the same figure, itself included.</param>
public sealed record Rank(int? Place, int Sharing)
{
    /// <summary>Another figure has the same place.</summary>
    public bool IsTied => Place is not null && Sharing > 1;

    /// <summary>The rank of each figure, in the given order.</summary>
    /// <param name="figures">Counts, shares or ratios; null where there is none.</param>
    /// <returns>Null where there is no figure.</returns>
    public static IReadOnlyList<Rank?> Of(IReadOnlyList<double?> figures) => [.. figures.Select(figure => Of(figure, figures))];

    /// <summary>The rank of one figure among several.</summary>
    public static Rank? Of(double? figure, IReadOnlyList<double?> figures) => In(figures, figure, hasPlace: sharing => figure != 0 || sharing == 1);

    /// <summary>The rank of each change: zero is one like any other.</summary>
    public static IReadOnlyList<Rank?> OfChanges(IReadOnlyList<double?> changes) =>
        [.. changes.Select(change => In(changes, change, hasPlace: _ => true))];

    private static Rank? In(IReadOnlyList<double?> figures, double? figure, Func<int, bool> hasPlace)
    {
        if (figure is null) return null;
        var sharing = figures.Count(other => other == figure);
        return new Rank(hasPlace(sharing) ? 1 + figures.Count(other => other > figure) : null, sharing);
    }
}
