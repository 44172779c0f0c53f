using Microsoft.EntityFrameworkCore;
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
        var current = db.CurrentAt(view.Version);
        var last = await current.MaxAsync(t => t.LastMonth, cancellationToken);
        if (last is not { } number) return null;

        var checks = await current
            .Join(db.CheckCounts.Where(c => c.Kind <= FindingKind.Part), t => t.Id, c => c.TableId, (t, c) => c)
            .GroupBy(_ => 1)
            .Select(g => new { Checked = g.Sum(c => c.Checked), Failed = g.Sum(c => c.Failed) })
            .SingleOrDefaultAsync(cancellationToken);
        var month = YearMonth.FromNumber(number);
        return new LatestState(month.FiscalYear, month, checks?.Checked ?? 0, checks?.Failed ?? 0);
    }
}
