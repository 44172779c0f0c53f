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
    private readonly DbCommand _sums;
    private readonly DbCommand _observations;
    private readonly DbCommand _cumulatives;

    private TableQueries(DbCommand table, DbCommand parts, DbCommand sums, DbCommand observations, DbCommand cumulatives) =>
        (_table, _parts, _sums, _observations, _cumulatives) = (table, parts, sums, observations, cumulatives);

    public static async Task<TableQueries> PrepareAsync(YorozuDbContext db, CancellationToken cancellationToken) => new(
        await db.PrepareAsync(
            """
            SELECT t.heading, t.definition, t.notes, t.has_cumulative, t.release_id, r.as_of, d.file_name
            FROM tables AS t JOIN releases AS r ON r.id = t.release_id JOIN documents AS d ON d.id = r.document_id WHERE t.id = @table
            """,
            cancellationToken,
            "@table"),
        await db.PrepareAsync("SELECT name FROM table_parts WHERE table_id = @table ORDER BY ordinal", cancellationToken, "@table"),
        await db.PrepareAsync("SELECT checked, failed FROM check_counts WHERE table_id = @table AND kind <= @part", cancellationToken, "@table", "@part"),
        await db.PrepareAsync($"SELECT area_id, month, value FROM observations {Cells} ORDER BY area_id, month", cancellationToken, CellParameters),
        await db.PrepareAsync($"SELECT area_id, value FROM cumulatives {Cells}", cancellationToken, CellParameters));

    public async Task<MetricYear> ReadAsync(Coverage coverage, IReadOnlyList<Area>? areas, CancellationToken cancellationToken)
    {
        var id = coverage.TableId;
        var parts = await _parts.ReadAsync(row => row.GetString(0), cancellationToken, id);
        var sums = await _sums.ReadAsync(row => (Checked: row.GetInt32(0), Failed: row.GetInt32(1)), cancellationToken, id, (int)FindingKind.Part);
        var series = new List<MonthlySeries>();
        foreach (var part in parts.Order(StringComparer.Ordinal))
        {
            foreach (var (first, last) in areas?.Select(a => (a.Number, a.Number)) ?? [(0, int.MaxValue)])
            {
                series.AddRange(await SeriesAsync([id, part, first, last], part, cancellationToken));
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
                Parts = parts,
                Series = [.. series.OrderBy(s => s.Area)],
                Source = new TableSource(row.GetInt32(4), YearMonth.FromNumber(row.GetInt32(5)), row.GetString(6), sums.Sum(s => s.Checked), sums.Sum(s => s.Failed)),
            },
            cancellationToken,
            id)).Single();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _table, _parts, _sums, _observations, _cumulatives }) await command.DisposeAsync();
    }

    private async Task<IEnumerable<MonthlySeries>> SeriesAsync(object[] cells, string part, CancellationToken cancellationToken)
    {
        var published = (await _cumulatives.ReadAsync(row => KeyValuePair.Create(row.GetInt32(0), row.NullableInt64(1)), cancellationToken, cells)).ToDictionary();
        var figures = await _observations.ReadAsync(row => (Area: row.GetInt32(0), Month: row.GetInt32(1), Value: row.NullableInt64(2)), cancellationToken, cells);
        return figures.GroupBy(f => f.Area, (area, months) =>
        {
            var values = new long?[12];
            foreach (var (_, month, value) in months) values[MonthlySeries.IndexOf(YearMonth.FromNumber(month))] = value;
            return new MonthlySeries(Area.FromNumber(area), part, values, published.GetValueOrDefault(area));
        });
    }
}
