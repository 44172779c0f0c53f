using System.Data.Common;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Queries.Series;

/// <summary>Reads one table after the other, each cell found by the primary key.</summary>
internal sealed class TableQueries : IAsyncDisposable
{
    private const string Cells = "WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last";
    private static readonly string[] CellParameters = ["@table", "@part", "@first", "@last"];

    private readonly DbCommand _observations;
    private readonly DbCommand _cumulatives;

    private TableQueries(DbCommand observations, DbCommand cumulatives) => (_observations, _cumulatives) = (observations, cumulatives);

    public static async Task<TableQueries> PrepareAsync(YorozuDbContext db, CancellationToken cancellationToken) => new(
        await db.PrepareAsync($"SELECT area_id, month, value FROM observations {Cells}", cancellationToken, CellParameters),
        await db.PrepareAsync($"SELECT area_id, value FROM cumulatives {Cells}", cancellationToken, CellParameters));

    public async Task<MetricYear> ReadAsync(Coverage coverage, IReadOnlyList<Area>? areas, CancellationToken cancellationToken)
    {
        var series = new List<MonthlySeries>();
        foreach (var part in coverage.Head.PartsOfAll)
        {
            foreach (var (first, last) in areas?.Select(a => (a.Number, a.Number)) ?? [(0, int.MaxValue)])
            {
                var months = await MonthsAsync(coverage.Tables, part, first, last, cancellationToken);
                // Only whole tables are printed with their 累計値.
                var totals = areas is null && coverage.Head.HasCumulative ? await TotalsAsync(coverage.Tables[0], part, first, last, cancellationToken) : [];
                series.AddRange(months.Select(m => new MonthlySeries(Area.FromNumber(m.Key), part, m.Value, totals.GetValueOrDefault(m.Key))));
            }
        }

        return new MetricYear { Coverage = coverage, Series = [.. series.OrderBy(s => s.Area)] };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _observations, _cumulatives }) await command.DisposeAsync();
    }

    private async Task<SortedDictionary<int, double?[]>> MonthsAsync(
        IReadOnlyList<TableSpan> tables, string part, int first, int last, CancellationToken cancellationToken)
    {
        var months = new SortedDictionary<int, double?[]>();
        foreach (var table in tables)
        {
            await _observations.ForEachAsync(
                row => Add(table, row.GetInt32(0), row.GetInt32(1), row.Count(2)), cancellationToken, table.TableId, part, first, last);
        }

        return months;

        void Add(TableSpan table, int area, int month, long? value)
        {
            // Where a later page is silent about a month, an earlier table is asked.
            if (tables.Count > 1 && TableSpan.Current(tables, month) != table) return;
            if (!months.TryGetValue(area, out var values)) months[area] = values = new double?[12];
            values[MonthlySeries.IndexOf(YearMonth.FromNumber(month))] = value;
        }
    }

    private async Task<Dictionary<int, long?>> TotalsAsync(TableSpan table, string part, int first, int last, CancellationToken cancellationToken) =>
        (await _cumulatives.ReadAsync(row => (Area: row.GetInt32(0), Value: row.Count(1)), cancellationToken, table.TableId, part, first, last))
        .ToDictionary(c => c.Area, c => c.Value);
}
