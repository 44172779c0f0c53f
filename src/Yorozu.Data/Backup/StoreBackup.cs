using Microsoft.Data.Sqlite;

namespace Yorozu.Data.Backup;

/// <summary>Copies the store to a file and back, while others go on reading and writing.</summary>
public static class StoreBackup
{
    /// <summary>Writes one consistent state of the store to a new file.</summary>
    /// <exception cref="IOException">The file is there already.</exception>
    public static void Write(string databasePath, string file)
    {
        if (File.Exists(file)) throw new IOException($"{file} はすでにあります。別の名前を指定してください。");
        using var connection = Open(databasePath, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        // One read transaction: what is published meanwhile is in the next backup.
        command.CommandText = "VACUUM INTO @file";
        command.Parameters.AddWithValue("@file", Path.GetFullPath(file));
        command.ExecuteNonQuery();
    }

    /// <summary>Puts a backup in the place of the store, whole or not at all.</summary>
    /// <exception cref="InvalidDataException">The file is not a sound Yorozu database; the store is untouched.</exception>
    public static void Restore(string file, string databasePath)
    {
        using var backup = Open(file, SqliteOpenMode.ReadOnly);
        Check(backup, file);
        Directory.CreateDirectory(Path.GetDirectoryName(databasePath)!);
        using var store = Open(databasePath, SqliteOpenMode.ReadWriteCreate);
        backup.BackupDatabase(store);
    }

    private static void Check(SqliteConnection backup, string file)
    {
        try
        {
            using var command = backup.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (command.ExecuteScalar() is not "ok") throw new InvalidDataException($"{file} は壊れています。復元していません。");
            command.CommandText = "SELECT DataVersion FROM store_state";
            command.ExecuteScalar();
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException($"{file} はよろずのバックアップではありません。復元していません。", exception);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SystemSqlite.Use();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
