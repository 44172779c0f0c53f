using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;

namespace Yorozu.Data.Queries.Releases;

/// <summary>The typical change of figures from first to last publication.</summary>
/// <param name="Months">The number of months published at least twice.</param>
/// <param name="Revised">Those whose first and last figures differ.</param>
/// <param name="Least">The least change, as a count.</param>
/// <param name="Greatest">The greatest change, as a count.</param>
/// <param name="Shares">The changes as shares of the first figure; null for figures so small that one more or less is over a percent.</param>
public sealed record RevisionSize(int Months, int Revised, long Least, long Greatest, RevisionShares? Shares);

/// <summary>Quartiles of changes: 0.02 is 2 %.</summary>
/// <param name="Median">Above 0 when figures are usually raised.</param>
public sealed record RevisionShares(double Lower, double Median, double Upper);

/// <summary>The typical size and direction of revisions, from the first published figure (速報値) to the last.</summary>
public static class RevisionSizeQuery
{
    /// <summary>The required number of twice-published months: with fewer, quartiles are single months.</summary>
    public const int MinMonths = 12;

    // One of a hundred is a percent.
    private const int LeastOfShares = 100;

    /// <summary>Null when fewer than <see cref="MinMonths"/> months have been published twice.</summary>
    public static async Task<RevisionSize?> RevisionSizeAsync(
        this YorozuDbContext db, Snapshot snapshot, string metricKey, string part, Area area, CancellationToken cancellationToken)
    {
        var cells = await db.StandingAt(snapshot)
            .Where(t => t.Metric.Key == metricKey)
            .Join(db.Observations, t => t.Id, o => o.TableId, (t, o) => new { t.Precedence, o.Part, o.Area, o.Month, o.Value })
            .Where(c => c.Part == part && c.Area == area.Number && c.Value != null)
            .ToListAsync(cancellationToken);
        var months = cells
            .GroupBy(c => c.Month, (_, month) => month.OrderBy(c => c.Precedence).Select(c => c.Value!.Value).ToList())
            .Where(month => month.Count > 1)
            .Select(month => (First: month[0], Change: month[^1] - month[0]))
            .ToList();
        if (months.Count < MinMonths) return null;
        var isSmall = Average.Median(months.Select(m => (double?)m.First)) < LeastOfShares;
        return new RevisionSize(
            months.Count, months.Count(m => m.Change != 0), months.Min(m => m.Change), months.Max(m => m.Change), isSmall ? null : Quartiles());

        RevisionShares Quartiles()
        {
            var shares = months.Where(m => m.First > 0).Select(m => (double)m.Change / m.First).ToList();
            return new(At(0.25), At(0.5), At(0.75));

            double At(double share) => Average.Quantile(shares, share)!.Value;
        }
    }
}
