using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Figures.Ledger;

/// <summary>Figures of a release beside what they are compared with.</summary>
public sealed record NewsTable(string Caption, string ComparedWith, IEnumerable<NewsRow> Figures)
{
    public IReadOnlyList<NewsRow> Rows { get; } = [.. Figures];
}

/// <summary>One figure, and the one it is compared with.</summary>
public sealed record NewsRow(Metric Metric, string Part, Area Area, YearMonth Month, long? Before, long? After);
