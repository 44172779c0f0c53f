using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Snapshots;

/// <summary>What the line on top of every page says: the latest year, its last month, and the sums checked in current tables.</summary>
public sealed record LatestState(FiscalYear Year, YearMonth LastMonth, int Checked, int Failed);

public static class LatestStateQuery
{
    /// <summary>Null when nothing is published yet.</summary>
    public static async Task<LatestState?> LatestStateAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken)
    {
        var coverage = await db.CoverageAsync(view, cancellationToken);
        if (coverage.Max(c => c.LastMonth) is not { } month) return null;

        await using var sums = await db.PrepareAsync(
            "SELECT checked, failed FROM check_counts WHERE table_id = @table AND kind <= @part", cancellationToken, "@table", "@part");
        var (total, failed) = (0, 0);
        foreach (var table in coverage.SelectMany(c => c.Tables))
        {
            foreach (var counts in await sums.ReadAsync(row => (Checked: row.GetInt32(0), Failed: row.GetInt32(1)), cancellationToken, table.TableId, (int)FindingKind.Part))
            {
                total += counts.Checked;
                failed += counts.Failed;
            }
        }

        return new LatestState(month.FiscalYear, month, total, failed);
    }
}
