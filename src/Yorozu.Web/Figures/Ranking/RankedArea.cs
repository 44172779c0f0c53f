using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>A figure of a prefecture with what it is compared with.</summary>
public sealed record AreaFigure(Area Area, long? Value, long? Nation, long? YearBefore);

/// <summary>A prefecture with its place among the 47, by what is shown.</summary>
/// <param name="Shown">The figure itself, its share or its change: what is drawn and ranked.</param>
/// <param name="Rank">1 for the greatest; equal figures share a rank; null where nothing can be shown.</param>
/// <param name="IsTied">Another prefecture has the same rank.</param>
/// <param name="Share">Its part of the nation's figure.</param>
/// <param name="Movement">Places gained since the figures before (positive is up); null when it cannot be said.</param>
public sealed record RankedArea(Area Area, long? Value, double? Shown, int? Rank, bool IsTied, double? Share, int? Movement)
{
    /// <summary>Ranks figures, in the order given.</summary>
    /// <param name="figures">The 47 figures.</param>
    /// <param name="before">The figures a rank has moved from; empty if there are none.</param>
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
