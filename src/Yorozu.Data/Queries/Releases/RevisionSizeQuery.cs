using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;

namespace Yorozu.Data.Queries.Releases;

/// <summary>The typical change of figures from first to last publication, as shares of the first: 0.02 is 2 %.</summary>
/// <param name="Months">The number of months published at least twice, from which the shares are computed.</param>
/// <param name="Lower">The lower quartile.</param>
/// <param name="Median">The median: above 0 when figures are usually raised.</param>
/// <param name="Upper">The upper quartile.</param>
public sealed record RevisionSize(int Months, double Lower, double Median, double Upper);

/// <summary>The typical size and direction of revisions, from the first published figure (速報値) to the last.</summary>
public static class RevisionSizeQuery
{
    /// <summary>The required number of twice-published months: with fewer, quartiles are single months.</summary>
    public const int MinMonths = 12;

    /// <summary>Null when fewer than <see cref="MinMonths"/> months have been published twice.</summary>
    public static async Task<RevisionSize?> RevisionSizeAsync(
        this YorozuDbContext db, Snapshot snapshot, string metricKey, string part, Area area, CancellationToken cancellationToken)
    {
        var cells = await db.StandingAt(snapshot.Version)
            .Where(t => t.Metric.Key == metricKey)
            .Join(db.Observations, t => t.Id, o => o.TableId, (t, o) => new { t.Precedence, o.Part, o.Area, o.Month, o.Value })
            .Where(c => c.Part == part && c.Area == area.Number && c.Value != null)
            .ToListAsync(cancellationToken);
        var shares = cells
            .GroupBy(c => c.Month, (_, month) => month.OrderBy(c => c.Precedence).Select(c => c.Value!.Value).ToList())
            .Where(month => month.Count > 1 && month[0] > 0)
            .Select(month => (double)(month[^1] - month[0]) / month[0])
            .ToList();
        return shares.Count < MinMonths
            ? null
            : new RevisionSize(shares.Count, At(0.25), At(0.5), At(0.75));

        double At(double share) => Average.Quantile(shares, share)!.Value;
    }
}
