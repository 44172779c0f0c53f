using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Yorozu.Data.Store.Migrations;

namespace Yorozu.Data.Store;

/// <summary>
/// The schema version of a database and its migration to the current one. Does not load EF Core for a current database, which keeps
/// the start fast.
/// </summary>
internal static class SchemaVersion
{
    /// <summary>The last migration of this program.</summary>
    public const string Latest = ReadableSchema.Id;

    /// <summary>The last migration that a database has been through; null when it is empty.</summary>
    public static string? Of(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'";
        if (command.ExecuteScalar() is 0L) return null;
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return command.ExecuteScalar() as string;
    }

    /// <summary>True when the tables are older than this program.</summary>
    /// <exception cref="StoreException">They are newer.</exception>
    public static bool IsBehind(SqliteConnection connection)
    {
        var order = string.CompareOrdinal(Of(connection), Latest);
        return order <= 0 ? order < 0 : throw new StoreException(StoreFault.On(StoreFaultKind.Newer, connection.DataSource, Of(connection)!));
    }

    /// <summary>Brings the tables up to this version, or leaves them as they are when that fails.</summary>
    public static void Upgrade(SqliteConnection connection)
    {
        // One transaction of our own: EF Core's way leaves a lock in the file when the process is killed, and every later start waits for it.
        using var transaction = connection.BeginTransaction();
        // Asked again inside it: another process may have been faster.
        if (Of(connection) is null) Run(connection, ReadableSchema.NewStore);
        if (IsBehind(connection))
        {
            using var db = StoreDatabase.Open(connection.DataSource);
            Run(connection, db.GetService<IMigrator>().GenerateScript(Of(connection), options: MigrationsSqlGenerationOptions.NoTransactions));
        }

        transaction.Commit();
    }

    // Not ExecuteNonQuery: behind a statement that returns something, that swallows what fails.
    private static void Run(SqliteConnection connection, string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        using var reader = command.ExecuteReader();
        while (reader.NextResult())
        {
        }
    }
}
