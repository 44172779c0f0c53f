using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>A figure of a prefecture and the figures to compare it with.</summary>
public sealed record AreaFigure(Area Area, double? Value, double? Nation, double? YearBefore);

/// <summary>A prefecture with its rank among the 47.</summary>
/// <param name="Shown">The drawn and ranked value: the figure, its share or its change.</param>
/// <param name="Rank">Null where nothing can be shown.</param>
/// <param name="Share">Its share of the national figure.</param>
/// <param name="Movement">Places gained since the previous figures (positive is up); null when unknown.</param>
public sealed record RankedArea(Area Area, double? Value, double? Shown, Rank? Rank, double? Share, int? Movement)
{
    /// <summary>Ranks figures, in the order given.</summary>
    /// <param name="figures">The 47 figures.</param>
    /// <param name="before">The previous figures; empty if there are none.</param>
    /// <param name="view">What of them is shown.</param>
    public static IReadOnlyList<RankedArea> Of(Metric metric, IReadOnlyList<AreaFigure> figures, IReadOnlyList<AreaFigure> before, FigureView view)
    {
        var then = before.Zip(Ranks(before)).ToDictionary(b => b.First.Area, b => b.Second?.Place);
        return [.. figures.Zip(Ranks(figures), (f, rank) => new RankedArea(
            f.Area, f.Value, Shown(f), rank, Ratio.Share(f.Value, f.Nation), then.GetValueOrDefault(f.Area) - rank?.Place))];

        IReadOnlyList<Rank?> Ranks(IReadOnlyList<AreaFigure> ranked)
        {
            var shown = ranked.Select(Shown).ToList();
            return view == FigureView.Yoy ? Rank.OfChanges(shown) : Rank.Of(shown);
        }

        double? Shown(AreaFigure figure) => view.Of(metric, figure.Value, figure.Nation, figure.YearBefore);
    }
}
