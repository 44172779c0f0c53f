using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Yorozu.Data.Extracts.Parameters;
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

    private const string Totals =
        """
        SELECT area_id, value FROM cumulatives
        WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last
        """;

    private static readonly string[] Parameters = ["@table", "@part"];

    private readonly DbCommand _cells;
    private readonly DbCommand _totals;

    private CellReader(DbCommand cells, DbCommand totals) => (_cells, _totals) = (cells, totals);

    /// <summary>Also reads the areas between those of the filter.</summary>
    public static async Task<CellReader> OpenAsync(YorozuDbContext db, ObservationFilter filter, CancellationToken cancellationToken) => new(
        await db.PrepareAsync(Cells, filter, Parameters, cancellationToken), await db.PrepareAsync(Totals, filter, Parameters, cancellationToken));

    /// <summary>The cells, ordered by area and month.</summary>
    public List<(Area Area, YearMonth Month, long? Value)> Read(int tableId, string part)
    {
        var cells = new List<(Area, YearMonth, long?)>(Area.All.Count * 12);
        Read(tableId, part, (area, month, value) => cells.Add((Area.FromNumber(area), YearMonth.FromNumber(month), value)));
        return cells;
    }

    /// <summary>Gives each cell as the numbers of its area and month, and its value. Asks SQLite itself: the getters of the data reader would take half as long again.</summary>
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
        await _totals.DisposeAsync();
    }

    private static DbDataReader Execute(DbCommand command, int tableId, string part)
    {
        command.Parameters["@table"].Value = tableId;
        command.Parameters["@part"].Value = part;
        return command.ExecuteReader();
    }
}
