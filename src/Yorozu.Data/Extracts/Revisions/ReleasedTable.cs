using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>A table of a release that stands.</summary>
internal sealed record ReleasedTable(
    int FiscalYear, string MetricKey, string MetricName, long Precedence, VintageRelease Release, TableSpan Span, List<string> Parts)
{
    public bool Covers(int month) => Span.FirstMonth <= month && month <= Span.EndMonth;
}

internal static class ReleasedTablesQuery
{
    /// <summary>The tables of all releases that stand, by fiscal year and metric in catalogue order; each list in the order of publication.</summary>
    public static async Task<IEnumerable<List<ReleasedTable>>> ReleasedTablesAsync(
        this YorozuDbContext db, DatasetQuery query, CancellationToken cancellationToken)
    {
        var tables = await db.StandingAt(query.Snapshot)
            .Matching(query.Filter)
            .OrderBy(t => t.FiscalYear).ThenBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenBy(t => t.Precedence)
            .Select(t => new ReleasedTable(
                t.FiscalYear,
                t.Metric.Key,
                t.Metric.Name,
                t.Precedence,
                new VintageRelease(t.ReleaseId, t.Release.PublishedOn),
                new TableSpan(t.Id, t.FirstMonth, t.EndMonth),
                t.Parts.Select(p => p.Name).ToList()))
            .ToListAsync(cancellationToken);
        return tables.GroupBy(t => (t.FiscalYear, t.MetricKey), (_, of) => of.ToList());
    }
}
