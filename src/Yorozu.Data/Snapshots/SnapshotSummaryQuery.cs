using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Snapshots;

/// <summary>The line at the top of every page: the latest year, its last month, and the checked sums of the current tables.</summary>
public sealed record SnapshotSummary(FiscalYear Year, YearMonth LastMonth, int Checked, int Failed);

public static class SnapshotSummaryQuery
{
    /// <summary>Null when nothing is published yet.</summary>
    /// <param name="coverage">The current tables, cached for each snapshot.</param>
    public static async Task<SnapshotSummary?> SummaryAsync(
        this YorozuDbContext db, IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken)
    {
        if (coverage.Max(c => c.LastMonth) is not { } month) return null;

        var sources = coverage.Select(c => c.Head.Source).ToList();
        return new SnapshotSummary(month.FiscalYear, month, sources.Sum(s => s.Checked), sources.Sum(s => s.Failed));
    }
}
