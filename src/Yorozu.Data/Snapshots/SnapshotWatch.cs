using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// Finds the latest snapshot for every request, including publications by other processes: a prepared SELECT of one row on an
/// open connection takes a few microseconds, faster and more reliable than a notification between processes.
/// </summary>
public sealed class SnapshotWatch(DataDirectory directory) : IDisposable
{
    private readonly ConcurrentBag<SqliteCommand> _idle = [];

    /// <summary>The latest snapshot.</summary>
    /// <exception cref="SqliteException">The store cannot be read.</exception>
    public Snapshot Read()
    {
        var command = _idle.TryTake(out var kept) ? kept : Prepare();
        try
        {
            var snapshot = Read(command);
            _idle.Add(command);
            return snapshot;
        }
        catch
        {
            Close(command);
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var command)) Close(command);
    }

    // Closes the reader before the command is given back: another thread may take it at once.
    private static Snapshot Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        reader.Read();
        return SnapshotQuery.Read(reader);
    }

    private SqliteCommand Prepare()
    {
        // Not pooled: these stay open as long as the program runs.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = directory.DatabasePath, Pooling = false }.ToString());
        connection.Open();
        return new SqliteCommand(SnapshotQuery.Latest, connection);
    }

    private static void Close(SqliteCommand command)
    {
        command.Connection!.Dispose();
        command.Dispose();
    }
}
