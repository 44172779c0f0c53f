using System.Globalization;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Store;

namespace Yorozu.Data.Maintenance;

/// <summary>Copies the store to a file and back while other processes read and write.</summary>
public static class StoreBackup
{
    /// <summary>Writes one consistent snapshot of the store to a new file.</summary>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static async Task WriteAsync(string databasePath, string file)
    {
        if (File.Exists(file)) throw new IOException($"{file} はすでにあります。別の名前を指定してください。");
        await using var connection = Open(databasePath, SqliteOpenMode.ReadWrite);
        await using var command = connection.CreateCommand();
        // One read transaction: a concurrent publication is left for the next backup.
        command.CommandText = "VACUUM INTO @file";
        try
        {
            await AtomicFile.WriteAsync(file, replace: false, path =>
            {
                command.Parameters.AddWithValue("@file", path);
                return command.ExecuteNonQueryAsync();
            });
        }
        catch (SqliteException exception) when (StoreFault.KindOf(exception) is StoreFaultKind.Full or StoreFaultKind.CannotOpen or StoreFaultKind.Unreadable)
        {
            throw new IOException($"{file} にバックアップを書けません。フォルダーがあり、書き込め、ディスクに空きがあることを確かめてください。（{exception.Message}）");
        }
    }

    /// <summary>Replaces the store with a backup, completely or not at all. A damaged store is kept beside it.</summary>
    /// <exception cref="InvalidDataException">The file is not an intact Yorozu database; the store is unchanged.</exception>
    /// <exception cref="StoreException">A newer program wrote the file; the store is unchanged.</exception>
    public static async Task RestoreAsync(string file, string databasePath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(databasePath)!);
        await using var backup = Open(file, SqliteOpenMode.ReadOnly);
        await CheckAsync(backup, file);
        if (!SchemaVersion.IsBehind(backup))
        {
            Replace(backup, databasePath);
            return;
        }

        // A running server knows only its own schema version: migrate the copy first.
        var upgraded = databasePath + ".restore";
        try
        {
            File.Delete(upgraded);
            await using var copy = Open(upgraded, SqliteOpenMode.ReadWriteCreate);
            backup.BackupDatabase(copy);
            SchemaVersion.Upgrade(copy);
            Replace(copy, databasePath);
        }
        finally
        {
            File.Delete(upgraded);
        }
    }

    private static void Replace(SqliteConnection backup, string databasePath)
    {
        try
        {
            Copy(backup, databasePath);
        }
        catch (SqliteException exception) when (StoreFault.KindOf(exception) == StoreFaultKind.Corrupt)
        {
            var kept = $"{databasePath}.broken-{Timestamp(databasePath)}";
            Move(databasePath, kept);
            try
            {
                Copy(backup, databasePath);
            }
            catch
            {
                // A full disk: the damaged store is better than none, because a start would make an empty one.
                Move(kept, databasePath);
                throw;
            }
        }
    }

    private static string Timestamp(string path) => File.GetLastWriteTimeUtc(path).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static void Copy(SqliteConnection backup, string databasePath)
    {
        using var store = Open(databasePath, SqliteOpenMode.ReadWriteCreate);
        backup.BackupDatabase(store);
    }

    /// <summary>Moves a database with the files beside it.</summary>
    private static void Move(string from, string to)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(to + suffix);
            if (File.Exists(from + suffix)) File.Move(from + suffix, to + suffix);
        }
    }

    private static async Task CheckAsync(SqliteConnection backup, string file)
    {
        try
        {
            await using var command = backup.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (await command.ExecuteScalarAsync() is not "ok") throw new InvalidDataException($"{file} は壊れています。復元していません。");
            command.CommandText = "SELECT 1 FROM store_state";
            await command.ExecuteScalarAsync();
        }
        catch (SqliteException)
        {
            // Without an inner exception, which would be reported as a fault of the store.
            throw new InvalidDataException($"{file} はよろずのバックアップではありません。復元していません。");
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        // The backup API bypasses the provider and its busy timeout.
        command.CommandText = $"PRAGMA busy_timeout={(int)StoreDatabase.MaxWait.TotalMilliseconds}";
        command.ExecuteNonQuery();
        return connection;
    }
}
