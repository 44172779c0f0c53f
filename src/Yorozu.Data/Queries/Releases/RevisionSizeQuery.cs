using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;

namespace Yorozu.Data.Queries.Releases;

/// <summary>How far figures usually move from their first publication to the last: shares of the first figure, 0.02 being 2 %.</summary>
/// <param name="Months">How many months were first published and published again later: what the shares are taken from.</param>
/// <param name="Lower">The lower quartile.</param>
/// <param name="Median">The middle one: above 0 when figures are usually raised.</param>
/// <param name="Upper">The upper quartile.</param>
public sealed record RevisionSize(int Months, double Lower, double Median, double Upper);

/// <summary>The typical size and direction of a revision, 速報 to revised.</summary>
public static class RevisionSizeQuery
{
    /// <summary>How many twice-published months it takes: with fewer, quartiles are no more than single months.</summary>
    public const int EnoughMonths = 12;

    /// <summary>Null when fewer than <see cref="EnoughMonths"/> months have been published twice.</summary>
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
        return shares.Count < EnoughMonths
            ? null
            : new RevisionSize(shares.Count, At(0.25), At(0.5), At(0.75));

        double At(double share) => Average.Quantile(shares, share)!.Value;
    }
}
