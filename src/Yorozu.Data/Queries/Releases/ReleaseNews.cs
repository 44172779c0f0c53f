using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Releases;

/// <summary>What is new in a release, as its readers would want to be told.</summary>
/// <param name="Headlines">Each metric's country figure of its last month, in the order of the page.</param>
/// <param name="Moves">The largest changes of a prefecture from the month before.</param>
/// <param name="Records">Figures of the last month that are higher than any before them.</param>
/// <param name="Revised">Figures that differ from what had been published before, largest first.</param>
/// <param name="Failed">How many checks of each kind failed.</param>
/// <param name="NewMetrics">Metrics that no catalogue and no earlier release knows.</param>
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

/// <summary>The country's figure of a month beside the month before (前月) and the same month of the year before (前年同月).</summary>
/// <param name="IsNew">False when an earlier release had the month already.</param>
public sealed record Headline(Metric Metric, string Part, YearMonth Month, long Count, long? MonthBefore, long? YearBefore, bool IsNew);

/// <summary>A prefecture's figure and that of the month before.</summary>
public sealed record Move(Metric Metric, string Part, Area Area, YearMonth Month, long Before, long After)
{
    public long Change => After - Before;
}

/// <summary>A figure higher than all earlier ones of its area.</summary>
/// <param name="Months">How many earlier months there are.</param>
/// <param name="HighestBefore">The highest of them.</param>
public sealed record Record(Metric Metric, string Part, Area Area, YearMonth Month, long Count, long HighestBefore, int Months);

/// <summary>A figure that was revised in a release.</summary>
public sealed record RevisedFigure(Metric Metric, string Part, Area Area, YearMonth Month, long? Before, long? After)
{
    public long? Change => After - Before;
}
