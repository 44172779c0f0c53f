using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Snapshots;

/// <summary>A metric in a fiscal year, up to which month it is published, and in which current table.</summary>
public sealed record Coverage(Metric Metric, FiscalYear Year, YearMonth? LastMonth, int TableId);

/// <summary>Which metrics are published for which years: what lists, menus and links are made of.</summary>
public static class CoverageQuery
{
    // The rule of CurrentTables once more, for a start that need not wait for EF Core; a test compares the two at every version.
    private const string Current =
        """
        SELECT t.id, t.unit, t.fiscal_year, t.last_month, m.key, m.section, m.group_name, m.name
        FROM tables AS t JOIN releases AS r ON r.id = t.release_id JOIN metrics AS m ON m.id = t.metric_id
        WHERE r.published_version <= @version AND (r.withdrawn_version IS NULL OR r.withdrawn_version > @version)
        AND NOT EXISTS (
            SELECT 1 FROM tables AS o JOIN releases AS s ON s.id = o.release_id
            WHERE o.metric_id = t.metric_id AND o.fiscal_year = t.fiscal_year AND o.precedence > t.precedence
            AND s.published_version <= @version AND (s.withdrawn_version IS NULL OR s.withdrawn_version > @version))
        ORDER BY m.sort_order, t.fiscal_year DESC
        """;

    /// <summary>Every current table, in catalogue order and, within a metric, the latest year first.</summary>
    public static async Task<IReadOnlyList<Coverage>> CoverageAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken)
    {
        await using var current = await db.PrepareAsync(Current, cancellationToken, "@version");
        return await current.ReadAsync(
            row => new Coverage(
                new MetricEntity { Key = row.GetString(4), Section = row.GetString(5), Group = row.GetString(6), Name = row.GetString(7) }.ToMetric(row.GetString(1)),
                new FiscalYear(row.GetInt32(2)),
                row.NullableInt64(3) is { } month ? YearMonth.FromNumber((int)month) : null,
                row.GetInt32(0)),
            cancellationToken,
            view.Version);
    }
}
