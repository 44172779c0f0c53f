using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yorozu.Statistics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Data.Importing;

/// <summary>
/// Writes cells through two prepared commands on the context's own connection and transaction: six times as fast as
/// tracked entities, which matters because a page is nearly all cells.
/// </summary>
internal sealed class CellWriter : IAsyncDisposable
{
    private readonly DbCommand _observation;
    private readonly DbCommand _cumulative;

    public CellWriter(YorozuDbContext db)
    {
        _observation = Command(
            db,
            "INSERT INTO observations (\"TableId\", \"Part\", \"Area\", \"Value\", \"RawText\", \"Row\", \"Column\", \"Month\") VALUES (@table, @part, @area, @value, @raw, @row, @column, @month)",
            "@table", "@part", "@area", "@value", "@raw", "@row", "@column", "@month");
        _cumulative = Command(
            db,
            "INSERT INTO cumulatives (\"TableId\", \"Part\", \"Area\", \"Value\", \"RawText\", \"Row\", \"Column\") VALUES (@table, @part, @area, @value, @raw, @row, @column)",
            "@table", "@part", "@area", "@value", "@raw", "@row", "@column");
    }

    public async Task WriteAsync(int tableId, PublishedTable table, CancellationToken cancellationToken)
    {
        foreach (var cell in table.Observations)
        {
            _observation.Parameters[7].Value = cell.Month.Number;
            await InsertAsync(_observation, tableId, cell.Part, cell.Area, cell.Figure, cell.RawText, cell.Position, cancellationToken);
        }

        foreach (var cell in table.Cumulatives)
        {
            await InsertAsync(_cumulative, tableId, cell.Part, cell.Area, cell.Figure, cell.RawText, cell.Position, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _observation.DisposeAsync();
        await _cumulative.DisposeAsync();
    }

    private static async Task InsertAsync(
        DbCommand command, int tableId, string part, Area area, Figure figure, string rawText, SourcePosition position, CancellationToken cancellationToken)
    {
        command.Parameters[0].Value = tableId;
        command.Parameters[1].Value = part;
        command.Parameters[2].Value = area.Number;
        command.Parameters[3].Value = (object?)figure.Count ?? DBNull.Value;
        command.Parameters[4].Value = rawText;
        command.Parameters[5].Value = position.Row;
        command.Parameters[6].Value = position.Column;
        var written = await command.ExecuteNonQueryAsync(cancellationToken);
        if (written != 1) throw new InvalidOperationException($"Expected to write one row, wrote {written}.");
    }

    private static DbCommand Command(YorozuDbContext db, string sql, params string[] parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            // Bound before the first row so that the statement can be prepared.
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
