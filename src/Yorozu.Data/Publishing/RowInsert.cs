using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yorozu.Data.Store;

namespace Yorozu.Data.Publishing;

/// <summary>
/// One prepared INSERT on the context's connection and transaction: six times as fast as tracked entities. For the tables that
/// make up most of an import.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly DbCommand _command;

    public RowInsert(YorozuDbContext db, string table, params string[] columns)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
        foreach (var column in columns)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = "@" + column;
            // Bound before the first row so that the statement can be prepared.
            parameter.Value = DBNull.Value;
            _command.Parameters.Add(parameter);
        }

        _command.Prepare();
    }

    /// <summary>Writes one row; values in column order.</summary>
    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        var written = _command.ExecuteNonQuery();
        if (written != 1) throw new InvalidOperationException($"Expected to write one row, wrote {written}.");
    }

    public void Dispose() => _command.Dispose();
}
