using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Snapshots;

/// <summary>A metric in a fiscal year, up to which month it is published, and in which current table.</summary>
public sealed record Coverage(Metric Metric, FiscalYear Year, YearMonth? LastMonth, int TableId);

/// <summary>Which metrics are published for which years: what lists, menus and links are made of.</summary>
public static class CoverageQuery
{
    /// <summary>Every current table, in catalogue order and, within a metric, the latest year first.</summary>
    public static async Task<IReadOnlyList<Coverage>> CoverageAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken)
    {
        var tables = await db.CurrentAt(view.Version)
            .OrderBy(t => t.Metric.Order).ThenByDescending(t => t.FiscalYear)
            .Select(t => new { t.Id, t.Metric, t.Unit, t.FiscalYear, t.LastMonth })
            .ToListAsync(cancellationToken);
        return [.. tables.Select(t => new Coverage(
            t.Metric.ToMetric(t.Unit),
            new FiscalYear(t.FiscalYear),
            t.LastMonth is { } month ? YearMonth.FromNumber(month) : null,
            t.Id))];
    }
}
