using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>A figure of a prefecture and the figures to compare it with.</summary>
public sealed record AreaFigure(Area Area, double? Value, double? Nation, double? YearBefore);

/// <summary>A prefecture with its rank among the 47.</summary>
/// <param name="Shown">The drawn and ranked value: the figure, its share or its change.</param>
/// <param name="Rank">1 for the greatest; equal figures share a rank; null where nothing can be shown.</param>
/// <param name="IsTied">Another prefecture has the same rank.</param>
/// <param name="Share">Its share of the national figure.</param>
/// <param name="Movement">Ranks gained since the previous figures (positive is up); null when unknown.</param>
public sealed record RankedArea(Area Area, double? Value, double? Shown, int? Rank, bool IsTied, double? Share, int? Movement)
{
    /// <summary>Ranks figures, in the order given.</summary>
    /// <param name="figures">The 47 figures.</param>
    /// <param name="before">The previous figures; empty if there are none.</param>
    /// <param name="view">What of them is shown.</param>
    public static IReadOnlyList<RankedArea> Of(IReadOnlyList<AreaFigure> figures, IReadOnlyList<AreaFigure> before, FigureView view)
    {
        var now = Ranks(figures, view);
        var then = Ranks(before, view);
        return [.. figures.Select(f => new RankedArea(
            f.Area,
            f.Value,
            view.Of(f.Value, f.Nation, f.YearBefore),
            now.TryGetValue(f.Area, out var rank) ? rank : null,
            now.Values.Count(r => r == rank) > 1,
            Ratio.Share(f.Value, f.Nation),
            now.ContainsKey(f.Area) && then.TryGetValue(f.Area, out var from) ? from - rank : null))];
    }

    private static Dictionary<Area, int> Ranks(IReadOnlyList<AreaFigure> figures, FigureView view) => figures
        .Zip(Statistics.Comparison.Rank.Of([.. figures.Select(f => view.Of(f.Value, f.Nation, f.YearBefore))]), (f, rank) => (f.Area, Rank: rank))
        .Where(r => r.Rank.HasValue)
        .ToDictionary(r => r.Area, r => r.Rank!.Value);
}
