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
    public const string Latest = Acknowledgements.Id;

    /// <summary>The last migration applied to a database; null when it is empty.</summary>
    public static string? Of(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'";
        if (command.ExecuteScalar() is 0L) return null;
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return command.ExecuteScalar() as string;
    }

    /// <summary>True when the schema is older than this program.</summary>
    /// <exception cref="StoreException">The schema is newer.</exception>
    public static bool IsBehind(SqliteConnection connection)
    {
        var order = string.CompareOrdinal(Of(connection), Latest);
        return order <= 0 ? order < 0 : throw new StoreException(StoreFault.On(StoreFaultKind.Newer, connection.DataSource, Of(connection)!));
    }

    /// <summary>Migrates the database to this version, or leaves it unchanged on failure.</summary>
    public static void Upgrade(SqliteConnection connection)
    {
        // Our own transaction: EF Core's migration lock stays in the file when the process is killed, and every later start waits for it.
        using var transaction = connection.BeginTransaction();
        // Check again within the transaction: another process may have migrated meanwhile.
        if (Of(connection) is null) Run(connection, ReadableSchema.NewStore);
        if (IsBehind(connection))
        {
            using var db = StoreDatabase.Open(connection.DataSource);
            Run(connection, db.GetService<IMigrator>().GenerateScript(Of(connection), options: MigrationsSqlGenerationOptions.NoTransactions));
        }

        transaction.Commit();
    }

    // Not ExecuteNonQuery: it ignores errors after a statement that returns rows.
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
