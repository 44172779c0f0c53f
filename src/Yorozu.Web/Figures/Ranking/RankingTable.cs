using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>The 47 prefectures with bars, shares or changes, and ranks, in code order or by value.</summary>
public sealed record RankingTable(
    string Caption, Metric Metric, FigureView View, IReadOnlyList<RankedArea> Rows, IReadOnlySet<string> Highlighted, string HrefQuery = "")
{
    // Bars stand on zero, wherever between the ends that is.
    private readonly double _least = Math.Min(0, Rows.Min(r => r.Shown) ?? 0);
    private readonly double _greatest = Math.Max(0, Rows.Max(r => r.Shown) ?? 0);

    public bool HasMovement => Rows.Any(r => r.Movement.HasValue);

    /// <summary>Where a row's bar begins and how long it is, of 100.</summary>
    public (int Start, int Length) Bar(RankedArea row)
    {
        var range = _greatest > _least ? _greatest - _least : 1;
        var length = Math.Abs(row.Shown ?? 0) * 100 / range;
        var zero = -_least * 100 / range;
        return ((int)Math.Round(row.Shown < 0 ? zero - length : zero), (int)Math.Round(length));
    }
}
