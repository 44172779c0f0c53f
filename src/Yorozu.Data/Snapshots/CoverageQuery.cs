using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Snapshots;

/// <summary>A metric in a fiscal year, with its last published month and current tables, latest first.</summary>
public sealed record Coverage(Metric Metric, FiscalYear Year, YearMonth? LastMonth, IReadOnlyList<TableSpan> Tables);

/// <summary>Which metrics are published for which years, for lists, menus and links.</summary>
public static class CoverageQuery
{
    private static readonly string CurrentTables =
        $"""
        SELECT t.id, t.unit, t.fiscal_year, t.last_month, t.first_month, t.end_month, m.key, m.section, m.group_name, m.name
        FROM ({Snapshots.CurrentTables.Prepared(Snapshots.CurrentTables.Current)}) AS t JOIN metrics AS m ON m.id = t.metric_id
        ORDER BY m.sort_order, m.id, t.fiscal_year DESC, t.precedence DESC
        """;

    /// <summary>Every current table, in catalogue order, latest year first within a metric.</summary>
    public static async Task<IReadOnlyList<Coverage>> CoverageAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        await using var current = await db.PrepareAsync(CurrentTables, cancellationToken, "@version");
        var tables = await current.ReadAsync(
            row => new Coverage(
                new MetricEntity
                {
                    Key = row.GetString(6),
                    Section = row.GetString(7),
                    Group = row.GetString(8),
                    Name = row.GetString(9)
                }.ToMetric(row.GetString(1)),
                new FiscalYear(row.GetInt32(2)),
                row.Count(3) is { } month ? YearMonth.FromNumber((int)month) : null,
                [new TableSpan(row.GetInt32(0), row.GetInt32(4), row.GetInt32(5))]),
            cancellationToken,
            snapshot.Version);
        var coverage = new List<Coverage>();
        foreach (var table in tables)
        {
            // The tables of a metric and year are adjacent, latest first.
            if (coverage is not [.., var last] || last.Metric.Key != table.Metric.Key || last.Year != table.Year) coverage.Add(table);
            else coverage[^1] = last with { LastMonth = Later(last.LastMonth, table.LastMonth), Tables = [.. last.Tables, .. table.Tables] };
        }

        return coverage;
    }

    private static YearMonth? Later(YearMonth? one, YearMonth? other) => one is null || other > one ? other : one;
}
