using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Releases;

/// <summary>What one release brought.</summary>
/// <param name="Figures">How many figures it has.</param>
/// <param name="New">How many of them had not been published before.</param>
/// <param name="Revised">How many differ from what was published before.</param>
/// <param name="Checked">How many sums were checked.</param>
/// <param name="Failed">How many of them do not hold.</param>
public sealed record ReleaseChanges(
    int Id, FiscalYear Year, YearMonth AsOf, int Sequence, DateTimeOffset PublishedAt, string FileName, string Sha256, int Tables, int Figures, int New, int Revised, int Checked, int Failed, bool IsWithdrawn);

public static class ReleaseChangesQuery
{
    /// <summary>The releases published up to this state, the newest first; withdrawn ones are marked.</summary>
    public static async Task<IReadOnlyList<ReleaseChanges>> ReleaseChangesAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken)
    {
        var releases = await db.Releases
            .Where(r => r.PublishedVersion <= view.Version)
            .OrderByDescending(r => r.PublishedVersion)
            .Select(r => new
            {
                Release = r,
                r.Document.FileName,
                r.Document.Sha256,
                Tables = r.Tables.Count,
                Figures = r.Tables.Sum(t => t.FigureCount),
                Gone = db.Findings.Count(f => f.Table.ReleaseId == r.Id && f.Kind == FindingKind.Revision && !f.Holds && f.Published == null),
            })
            .ToListAsync(cancellationToken);
        var checks = (await db.CheckCounts
            .GroupBy(c => new { c.Table.ReleaseId, c.Kind })
            .Select(g => new { g.Key.ReleaseId, g.Key.Kind, Checked = g.Sum(c => c.Checked), Failed = g.Sum(c => c.Failed) })
            .ToListAsync(cancellationToken)).ToLookup(c => c.ReleaseId);

        return [.. releases.Select(r =>
        {
            var sums = checks[r.Release.Id].Where(c => c.Kind <= FindingKind.Part).ToList();
            var compared = checks[r.Release.Id].SingleOrDefault(c => c.Kind == FindingKind.Revision);
            return new ReleaseChanges(
                r.Release.Id,
                new FiscalYear(r.Release.FiscalYear),
                YearMonth.FromNumber(r.Release.AsOf),
                r.Release.Sequence,
                r.Release.PublishedAt,
                r.FileName,
                r.Sha256,
                r.Tables,
                r.Figures,
                // A figure that is gone was compared, but is none of this release.
                r.Figures + r.Gone - (compared?.Checked ?? 0),
                compared?.Failed ?? 0,
                sums.Sum(c => c.Checked),
                sums.Sum(c => c.Failed),
                r.Release.WithdrawnVersion is { } version && version <= view.Version);
        })];
    }
}
