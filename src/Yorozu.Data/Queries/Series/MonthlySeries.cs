using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;

namespace Yorozu.Data.Queries.Series;

/// <summary>The twelve months of one area (and part) in one fiscal year.</summary>
/// <param name="Area">全国 or a prefecture.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Months">Twelve figures, April to March, counts or ratios; null where nothing is published.</param>
/// <param name="PublishedCumulative">The 累計値 cell; null without one, and when only some areas are read.</param>
public sealed record MonthlySeries(Area Area, string Part, IReadOnlyList<double?> Months, long? PublishedCumulative)
{
    /// <summary>
    /// The year up to each month: running totals, null from the first gap on, because a sum across a gap would be too small; of a
    /// ratio the quotients of such totals.
    /// </summary>
    public IReadOnlyList<double?> Cumulative { get => field ??= RunningTotal.Of(Months); init; }

    /// <summary>A month's index in its fiscal year: 0 for April, 11 for March.</summary>
    public static int IndexOf(YearMonth month) => (month.Month + 8) % 12;
}
