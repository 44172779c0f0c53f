using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Releases;

/// <summary>The news of a release.</summary>
/// <param name="Headlines">The national figure of each metric's last month, in page order.</param>
/// <param name="Moves">The largest changes of a prefecture from the previous month.</param>
/// <param name="Records">Figures of the last month above all earlier ones.</param>
/// <param name="Revised">Revised figures, largest change first.</param>
/// <param name="Failed">How many checks of each kind failed.</param>
/// <param name="NewMetrics">Metrics unknown to the catalogue and earlier releases.</param>
public sealed record ReleaseNews(
    int ReleaseId,
    FiscalYear Year,
    YearMonth AsOf,
    IReadOnlyList<Headline> Headlines,
    IReadOnlyList<Move> Moves,
    IReadOnlyList<Record> Records,
    IReadOnlyList<RevisedFigure> Revised,
    IReadOnlyDictionary<CheckKind, int> Failed,
    IReadOnlyList<Metric> NewMetrics);

/// <summary>The national figure of a month with the previous month (前月) and the same month of the previous year (前年同月).</summary>
/// <param name="IsNew">False when an earlier release had the month.</param>
public sealed record Headline(Metric Metric, string Part, YearMonth Month, long Count, long? MonthBefore, long? YearBefore, bool IsNew);

/// <summary>A prefecture's figure and that of the previous month.</summary>
public sealed record Move(Metric Metric, string Part, Area Area, YearMonth Month, long Before, long After)
{
    public long Change => After - Before;
}

/// <summary>A figure above all earlier ones of its area.</summary>
/// <param name="Months">How many earlier months there are.</param>
/// <param name="HighestBefore">The highest of them.</param>
public sealed record Record(Metric Metric, string Part, Area Area, YearMonth Month, long Count, long HighestBefore, int Months);

/// <summary>A figure that was revised in a release.</summary>
public sealed record RevisedFigure(Metric Metric, string Part, Area Area, YearMonth Month, long? Before, long? After)
{
    public long? Change => After - Before;
}
