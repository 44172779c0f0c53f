using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

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

        await using var counts = await db.PrepareAsync(
            "SELECT kind, checked, failed FROM check_counts WHERE table_id = @table", cancellationToken, "@table");
        var (total, failed) = (0, 0);
        foreach (var table in coverage.SelectMany(c => c.Tables))
        {
            var ofTable = await counts.ReadAsync(
                row => (Kind: (CheckKind)row.GetInt32(0), Checked: row.GetInt32(1), Failed: row.GetInt32(2)), cancellationToken, table.TableId);
            foreach (var sums in ofTable.Where(c => c.Kind.IsSum()))
            {
                total += sums.Checked;
                failed += sums.Failed;
            }
        }

        return new SnapshotSummary(month.FiscalYear, month, total, failed);
    }
}
