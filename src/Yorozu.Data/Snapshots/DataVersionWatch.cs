using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// Tells the data version for every request, whoever publishes, this process or another: a prepared SELECT of one row on a
/// kept connection takes some microseconds, which no notification between processes would beat and none could guarantee.
/// </summary>
public sealed class DataVersionWatch(DataDirectory directory) : IDisposable
{
    private readonly ConcurrentBag<SqliteCommand> _idle = [];

    /// <summary>The data version now.</summary>
    /// <exception cref="SqliteException">The store cannot be read.</exception>
    public DataVersion Read()
    {
        var command = _idle.TryTake(out var kept) ? kept : Prepare();
        try
        {
            using var reader = command.ExecuteReader();
            reader.Read();
            var version = new DataVersion(reader.GetInt64(0), DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture));
            _idle.Add(command);
            return version;
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

    private SqliteCommand Prepare()
    {
        // Not from the pool: these stay open as long as the program runs.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = directory.DatabasePath, Pooling = false }.ToString());
        connection.Open();
        return new SqliteCommand("SELECT data_version, changed_at FROM store_state", connection);
    }

    private static void Close(SqliteCommand command)
    {
        command.Connection!.Dispose();
        command.Dispose();
    }
}
