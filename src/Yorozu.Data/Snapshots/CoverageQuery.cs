using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Snapshots;

/// <summary>A metric in a fiscal year, with its last published month and current tables, latest first.</summary>
public sealed record Coverage(Metric Metric, FiscalYear Year, YearMonth? LastMonth, IReadOnlyList<TableSpan> Tables);

/// <summary>Which metrics are published for which years, for lists, menus and links.</summary>
public static class CoverageQuery
{
    /// <summary>Every current table, in catalogue order, latest year first within a metric.</summary>
    public static async Task<IReadOnlyList<Coverage>> CoverageAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var tables = await db.CurrentAt(snapshot.Version)
            .OrderBy(t => t.Metric.Order).ThenByDescending(t => t.FiscalYear).ThenByDescending(t => t.Precedence)
            .Select(t => new { t.Id, t.Metric, t.Unit, t.FiscalYear, t.LastMonth, t.FirstMonth, t.EndMonth })
            .ToListAsync(cancellationToken);
        return [.. tables.GroupBy(t => (t.Metric.Id, t.FiscalYear), (_, group) => group.ToList()).Select(of => new Coverage(
            of[0].Metric.ToMetric(of[0].Unit),
            new FiscalYear(of[0].FiscalYear),
            of.Max(t => t.LastMonth) is { } month ? YearMonth.FromNumber(month) : null,
            [.. of.Select(t => new TableSpan(t.Id, t.FirstMonth, t.EndMonth))]))];
    }
}
