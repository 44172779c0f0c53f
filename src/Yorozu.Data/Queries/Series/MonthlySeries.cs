using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;

namespace Yorozu.Data.Queries.Series;

/// <summary>The twelve months of one area (and part) in one fiscal year.</summary>
/// <param name="Area">全国 or a prefecture.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Months">Twelve figures, April to March; null where nothing is published.</param>
/// <param name="PublishedCumulative">The 累計値 cell; null without one, and when only some areas are read.</param>
public sealed record MonthlySeries(Area Area, string Part, IReadOnlyList<long?> Months, long? PublishedCumulative)
{
    /// <summary>Running totals from April on; null from the first gap on, because a sum across a gap would be too small.</summary>
    public IReadOnlyList<long?> Cumulative { get; } = RunningTotal.Of(Months);

    /// <summary>A month's index in its fiscal year: 0 for April, 11 for March.</summary>
    public static int IndexOf(YearMonth month) => (month.Month + 8) % 12;
}
