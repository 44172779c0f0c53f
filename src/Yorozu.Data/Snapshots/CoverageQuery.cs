using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Snapshots;

/// <summary>A metric in a fiscal year, with its last published month and current tables, latest first.</summary>
/// <param name="Head">What is printed with the figures of the latest table.</param>
public sealed record Coverage(Metric Metric, FiscalYear Year, YearMonth? LastMonth, IReadOnlyList<TableSpan> Tables, TableHead Head)
{
    /// <summary>What a ratio is computed from: the numerator and, unless that is a reference table, the denominator. Empty for published figures.</summary>
    public IReadOnlyList<Coverage> ComputedFrom { get; init; } = [];
}

/// <summary>Which metrics are published for which years, and what is printed with them: all that pages need but the figures.</summary>
public static class CoverageQuery
{
    private static readonly string CurrentTables =
        $"""
        SELECT t.id, t.unit, t.fiscal_year, t.last_month, t.first_month, t.end_month, m.key, m.section, m.group_name, m.name,
            t.heading, t.definition, t.notes, t.has_cumulative, t.release_id, r.as_of, d.file_name
        FROM ({Snapshots.CurrentTables.Prepared(Snapshots.CurrentTables.Current, "@day")}) AS t
            JOIN metrics AS m ON m.id = t.metric_id JOIN releases AS r ON r.id = t.release_id JOIN documents AS d ON d.id = r.document_id
        ORDER BY m.sort_order, m.id, t.fiscal_year DESC, t.precedence DESC
        """;

    /// <summary>Every current table, in catalogue order, latest year first within a metric.</summary>
    public static async Task<IReadOnlyList<Coverage>> CoverageAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        await using var current = await db.PrepareAsync(CurrentTables, cancellationToken, "@version", "@day");
        // Years of releases repeat the same texts.
        var texts = new Dictionary<string, string>();
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
                [new TableSpan(row.GetInt32(0), row.GetInt32(4), row.GetInt32(5))],
                new TableHead(Shared(row.GetString(10)), Shared(row.GetString(11)), Shared(row.GetString(12)), row.GetBoolean(13))
                {
                    Source = new TableSource(row.GetInt32(14), YearMonth.FromNumber(row.GetInt32(15)), row.GetString(16), 0, 0),
                }),
            cancellationToken,
            snapshot.Version,
            snapshot.LastDay);
        return await WithPartsAndSumsAsync(db, Merge(tables), cancellationToken);

        string Shared(string text) => texts.TryGetValue(text, out var known) ? known : texts[text] = text;
    }

    private static List<Coverage> Merge(IEnumerable<Coverage> tables)
    {
        var coverage = new List<Coverage>();
        foreach (var table in tables)
        {
            // The tables of a metric and year are adjacent, latest first.
            if (coverage is not [.., var last] || last.Metric.Key != table.Metric.Key || last.Year != table.Year) coverage.Add(table);
            else coverage[^1] = last with { LastMonth = Later(last.LastMonth, table.LastMonth), Tables = [.. last.Tables, .. table.Tables] };
        }

        return coverage;
    }

    private static async Task<IReadOnlyList<Coverage>> WithPartsAndSumsAsync(
        YorozuDbContext db, List<Coverage> coverage, CancellationToken cancellationToken)
    {
        await using var partsOf = await db.PrepareAsync(
            "SELECT name FROM table_parts WHERE table_id = @table ORDER BY ordinal", cancellationToken, "@table");
        await using var countsOf = await db.PrepareAsync(
            "SELECT kind, checked, failed FROM check_counts WHERE table_id = @table", cancellationToken, "@table");
        for (var i = 0; i < coverage.Count; i++)
        {
            var (@checked, failed) = (0, 0);
            var parts = new List<IReadOnlyList<string>>();
            foreach (var table in coverage[i].Tables)
            {
                parts.Add(await partsOf.ReadAsync(row => row.GetString(0), cancellationToken, table.TableId));
                var counts = await countsOf.ReadAsync(
                    row => (Kind: (CheckKind)row.GetInt32(0), Checked: row.GetInt32(1), Failed: row.GetInt32(2)), cancellationToken, table.TableId);
                foreach (var sums in counts.Where(c => c.Kind.IsSum())) (@checked, failed) = (@checked + sums.Checked, failed + sums.Failed);
            }

            var head = coverage[i].Head;
            coverage[i] = coverage[i] with
            {
                Head = head with
                {
                    Parts = parts[0],
                    PartsOfAll = [.. parts.SelectMany(p => p).Distinct().Order(StringComparer.Ordinal)],
                    Source = head.Source with { Checked = @checked, Failed = failed },
                },
            };
        }

        return coverage;
    }

    private static YearMonth? Later(YearMonth? one, YearMonth? other) => one is null || other > one ? other : one;
}
