using System.Buffers.Text;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>Reads the cells of a table and part. Stored tables never change, so no transaction is needed for a consistent state.</summary>
public sealed class CellReader : IAsyncDisposable
{
    /// <summary>Uses only the primary key, including for the order; a test checks the query plan.</summary>
    public const string Cells =
        """
        SELECT area_id, month, value FROM observations
        WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last
        ORDER BY area_id, month
        """;

    /// <summary>
    /// The same cells of some months as one text: a third of the time that a row for each takes. The order inside makes that of the text.
    /// </summary>
    public const string Grid =
        """
        SELECT count(*), group_concat(value) FROM (
            SELECT ifnull(value, '') AS value FROM observations
            WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last AND month BETWEEN @from AND @to
            ORDER BY area_id, month)
        """;

    private const int MonthsOfYear = 12;

    private const string Totals =
        """
        SELECT area_id, value FROM cumulatives
        WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last
        """;

    private static readonly string[] Parameters = ["@table", "@part"];

    private readonly DbCommand _cells;
    private readonly DbCommand _grid;
    private readonly DbCommand _totals;
    private readonly int _firstArea;
    private readonly int _lastArea;

    private CellReader(DbCommand cells, DbCommand grid, DbCommand totals, ObservationFilter filter)
    {
        (_cells, _grid, _totals) = (cells, grid, totals);
        (_firstArea, _lastArea) = filter.Areas.Count == 0 ? (0, Area.All.Count - 1) : (filter.Areas[0].Number, filter.Areas[^1].Number);
    }

    /// <summary>The cells of a grid of all areas in a fiscal year.</summary>
    public static int GridLength => Area.All.Count * MonthsOfYear;

    /// <summary>Also reads the areas between those of the filter.</summary>
    public static async Task<CellReader> OpenAsync(YorozuDbContext db, ObservationFilter filter, CancellationToken cancellationToken) => new(
        await db.PrepareAsync(Cells, filter, Parameters, cancellationToken),
        await db.PrepareAsync(Grid, filter, [.. Parameters, "@from", "@to"], cancellationToken),
        await db.PrepareAsync(Totals, filter, Parameters, cancellationToken),
        filter);

    /// <summary>The place of a cell in a grid: by area, then by month, April first.</summary>
    /// <param name="month">As year × 100 + month.</param>
    public static int Place(int area, int month) => (area * MonthsOfYear) + (((month % 100) + 8) % MonthsOfYear);

    /// <summary>The cells, ordered by area and month.</summary>
    public List<(Area Area, YearMonth Month, long? Value)> Read(int tableId, string part)
    {
        var cells = new List<(Area, YearMonth, long?)>(Area.All.Count * 12);
        Read(tableId, part, (area, month, value) => cells.Add((Area.FromNumber(area), YearMonth.FromNumber(month), value)));
        return cells;
    }

    /// <summary>
    /// Gives each cell as the numbers of its area and month, and its value. Asks SQLite itself: the getters of the data reader
    /// would take half as long again.
    /// </summary>
    public void Read(int tableId, string part, Action<int, int, long?> cell)
    {
        using var reader = (SqliteDataReader)Execute(_cells, tableId, part);
        var row = reader.Handle!;
        while (reader.Read())
        {
            var value = raw.sqlite3_column_type(row, 2) == raw.SQLITE_NULL ? null : (long?)raw.sqlite3_column_int64(row, 2);
            cell(raw.sqlite3_column_int(row, 0), raw.sqlite3_column_int(row, 1), value);
        }
    }

    /// <summary>Fills a grid with the cells of the months that a table covers; the others become null.</summary>
    public void Read(TableSpan table, string part, long?[] grid)
    {
        Array.Clear(grid);
        (_grid.Parameters["@from"].Value, _grid.Parameters["@to"].Value) = (table.FirstMonth, table.EndMonth);
        using var reader = (SqliteDataReader)Execute(_grid, table.TableId, part);
        reader.Read();
        var row = reader.Handle!;
        var (first, last) = (Place(0, table.FirstMonth), Place(0, table.EndMonth));
        // No cell is there twice: with as many as a full table has, each is in its place.
        if (raw.sqlite3_column_int(row, 0) == (_lastArea - _firstArea + 1) * (last - first + 1))
        {
            Fill(grid, raw.sqlite3_column_blob(row, 1), first, last);
            return;
        }

        Read(table.TableId, part, (area, month, value) =>
        {
            if (table.FirstMonth <= month && month <= table.EndMonth) grid[Place(area, month)] = value;
        });
    }

    /// <summary>The printed 累計値, indexed by area number.</summary>
    public long?[] ReadTotals(int tableId, string part)
    {
        var totals = new long?[Area.All.Count];
        using var reader = Execute(_totals, tableId, part);
        while (reader.Read()) totals[reader.GetInt32(0)] = reader.Count(1);
        return totals;
    }

    public async ValueTask DisposeAsync()
    {
        await _cells.DisposeAsync();
        await _grid.DisposeAsync();
        await _totals.DisposeAsync();
    }

    /// <summary>Reads 858,,90 into three cells, the second of them unpublished.</summary>
    private void Fill(long?[] grid, ReadOnlySpan<byte> values, int first, int last)
    {
        for (var area = _firstArea; area <= _lastArea; area++)
        {
            for (var month = first; month <= last; month++)
            {
                if (Utf8Parser.TryParse(values, out long value, out var length)) grid[(area * MonthsOfYear) + month] = value;
                // The last one has no comma after it.
                values = length < values.Length ? values[(length + 1)..] : [];
            }
        }
    }

    private static DbDataReader Execute(DbCommand command, int tableId, string part)
    {
        command.Parameters["@table"].Value = tableId;
        command.Parameters["@part"].Value = part;
        return command.ExecuteReader();
    }
}
