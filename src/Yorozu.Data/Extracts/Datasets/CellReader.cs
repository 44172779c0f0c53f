using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>One month's cell of a table and part.</summary>
/// <param name="Area">The area's code as a number.</param>
/// <param name="Month">Year × 100 + month.</param>
public readonly record struct Cell(int Area, int Month, long? Value)
{
    /// <summary>Cells are read in this order.</summary>
    public long Place => (Area * 1_000_000L) + Month;
}

/// <summary>
/// Reads the cells of a table and part through prepared commands on the context's connection. Tables never change once
/// stored, so no transaction is needed to see one state.
/// </summary>
public sealed class CellReader : IAsyncDisposable
{
    /// <summary>Answered from the primary key alone, row order included; a test looks at its plan.</summary>
    public const string Cells =
        """
        SELECT o."Area", o."Month", o."Value" FROM observations AS o
        WHERE o."TableId" = @table AND o."Part" = @part AND o."Area" BETWEEN @first AND @last
        ORDER BY o."Area", o."Month"
        """;

    private const string Totals =
        """
        SELECT c."Area", c."Value" FROM cumulatives AS c
        WHERE c."TableId" = @table AND c."Part" = @part AND c."Area" BETWEEN @first AND @last
        """;

    private readonly DbCommand _cells;
    private readonly DbCommand _totals;

    private CellReader(DbConnection connection, ObservationFilter filter) =>
        (_cells, _totals) = (Prepare(connection, Cells, filter), Prepare(connection, Totals, filter));

    /// <summary>Areas between those that the filter asks for are read too.</summary>
    public static async Task<CellReader> OpenAsync(YorozuDbContext db, ObservationFilter filter, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new CellReader(db.Database.GetDbConnection(), filter);
    }

    /// <summary>In order of area and month.</summary>
    public List<Cell> Read(int tableId, string part)
    {
        var cells = new List<Cell>();
        using var reader = Execute(_cells, tableId, part);
        while (reader.Read()) cells.Add(new Cell(reader.GetInt32(0), reader.GetInt32(1), Count(reader, 2)));
        return cells;
    }

    /// <summary>The printed 累計値, each at the number of its area.</summary>
    public long?[] ReadTotals(int tableId, string part)
    {
        var totals = new long?[Area.All.Count];
        using var reader = Execute(_totals, tableId, part);
        while (reader.Read()) totals[reader.GetInt32(0)] = Count(reader, 1);
        return totals;
    }

    public async ValueTask DisposeAsync()
    {
        await _cells.DisposeAsync();
        await _totals.DisposeAsync();
    }

    private static long? Count(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static DbDataReader Execute(DbCommand command, int tableId, string part)
    {
        command.Parameters[0].Value = tableId;
        command.Parameters[1].Value = part;
        return command.ExecuteReader();
    }

    private static DbCommand Prepare(DbConnection connection, string sql, ObservationFilter filter)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        Add("@table", 0);
        Add("@part", "");
        Add("@first", filter.Areas.Count == 0 ? 0 : filter.Areas[0].Number);
        Add("@last", filter.Areas.Count == 0 ? int.MaxValue : filter.Areas[^1].Number);
        command.Prepare();
        return command;

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
