using Yorozu.Statistics;

namespace Yorozu.Data.Snapshots;

/// <summary>The line at the top of every page: the latest year, its last month, and the checked sums of the current tables.</summary>
public sealed record SnapshotSummary(FiscalYear Year, YearMonth LastMonth, int Checked, int Failed)
{
    /// <summary>Null when nothing is published yet.</summary>
    /// <param name="coverage">The current tables.</param>
    public static SnapshotSummary? Of(IReadOnlyList<Coverage> coverage) => coverage.Max(c => c.LastMonth) is { } month
        ? new SnapshotSummary(month.FiscalYear, month, coverage.Sum(c => c.Head.Source.Checked), coverage.Sum(c => c.Head.Source.Failed))
        : null;
}
