using System.Data.Common;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Series;

/// <summary>Reads one table after the other, each cell found by the primary key.</summary>
internal sealed class TableQueries : IAsyncDisposable
{
    private const string Cells = "WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last";
    private static readonly string[] CellParameters = ["@table", "@part", "@first", "@last"];

    private readonly DbCommand _table;
    private readonly DbCommand _parts;
    private readonly DbCommand _checks;
    private readonly DbCommand _observations;
    private readonly DbCommand _cumulatives;

    private TableQueries(DbCommand table, DbCommand parts, DbCommand checks, DbCommand observations, DbCommand cumulatives) =>
        (_table, _parts, _checks, _observations, _cumulatives) = (table, parts, checks, observations, cumulatives);

    public static async Task<TableQueries> PrepareAsync(YorozuDbContext db, CancellationToken cancellationToken) => new(
        await db.PrepareAsync(
            """
            SELECT t.heading, t.definition, t.notes, t.has_cumulative, t.release_id, r.as_of, d.file_name
            FROM tables AS t JOIN releases AS r ON r.id = t.release_id JOIN documents AS d ON d.id = r.document_id WHERE t.id = @table
            """,
            cancellationToken,
            "@table"),
        await db.PrepareAsync("SELECT name FROM table_parts WHERE table_id = @table ORDER BY ordinal", cancellationToken, "@table"),
        await db.PrepareAsync("SELECT kind, checked, failed FROM check_counts WHERE table_id = @table", cancellationToken, "@table"),
        await db.PrepareAsync($"SELECT area_id, month, value FROM observations {Cells}", cancellationToken, CellParameters),
        await db.PrepareAsync($"SELECT area_id, value FROM cumulatives {Cells}", cancellationToken, CellParameters));

    public async Task<MetricYear> ReadAsync(Coverage coverage, IReadOnlyList<Area>? areas, CancellationToken cancellationToken)
    {
        var (@checked, failed) = (0, 0);
        var parts = new List<IReadOnlyList<string>>();
        foreach (var table in coverage.Tables)
        {
            parts.Add(await _parts.ReadAsync(row => row.GetString(0), cancellationToken, table.TableId));
            var counts = await _checks.ReadAsync(
                row => (Kind: (CheckKind)row.GetInt32(0), Checked: row.GetInt32(1), Failed: row.GetInt32(2)), cancellationToken, table.TableId);
            foreach (var sums in counts.Where(c => c.Kind.IsSum())) (@checked, failed) = (@checked + sums.Checked, failed + sums.Failed);
        }

        var series = new List<MonthlySeries>();
        foreach (var part in parts.SelectMany(p => p).Distinct().Order(StringComparer.Ordinal))
        {
            foreach (var (first, last) in areas?.Select(a => (a.Number, a.Number)) ?? [(0, int.MaxValue)])
            {
                series.AddRange(await SeriesAsync(coverage.Tables, part, first, last, cancellationToken));
            }
        }

        return (await _table.ReadAsync(
            row => new MetricYear
            {
                Metric = coverage.Metric,
                Year = coverage.Year,
                LastMonth = coverage.LastMonth,
                Heading = row.GetString(0),
                Definition = row.GetString(1),
                Notes = row.GetString(2).Split('\n', StringSplitOptions.RemoveEmptyEntries),
                HasCumulative = row.GetBoolean(3),
                Parts = parts[0],
                Series = [.. series.OrderBy(s => s.Area)],
                Source = new TableSource(row.GetInt32(4), YearMonth.FromNumber(row.GetInt32(5)), row.GetString(6), @checked, failed),
            },
            cancellationToken,
            coverage.Tables[0].TableId)).Single();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _table, _parts, _checks, _observations, _cumulatives }) await command.DisposeAsync();
    }

    private async Task<IEnumerable<MonthlySeries>> SeriesAsync(
        IReadOnlyList<TableSpan> tables, string part, int first, int last, CancellationToken cancellationToken)
    {
        var months = new SortedDictionary<int, long?[]>();
        foreach (var table in tables)
        {
            var cells = await _observations.ReadAsync(
                row => (Area: row.GetInt32(0), Month: row.GetInt32(1), Value: row.Count(2)), cancellationToken, table.TableId, part, first, last);
            foreach (var (area, month, value) in cells)
            {
                // Where a later page is silent about a month, an earlier table is asked.
                if (tables.Count > 1 && TableSpan.Current(tables, month) != table) continue;
                if (!months.TryGetValue(area, out var values)) months[area] = values = new long?[12];
                values[MonthlySeries.IndexOf(YearMonth.FromNumber(month))] = value;
            }
        }

        var published = await _cumulatives.ReadAsync(
            row => (Area: row.GetInt32(0), Value: row.Count(1)), cancellationToken, tables[0].TableId, part, first, last);
        var totals = published.ToDictionary(c => c.Area, c => c.Value);
        return months.Select(m => new MonthlySeries(Area.FromNumber(m.Key), part, m.Value, totals.GetValueOrDefault(m.Key)));
    }
}
