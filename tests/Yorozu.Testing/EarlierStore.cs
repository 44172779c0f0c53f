using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Yorozu.Data.Store;

namespace Yorozu.Testing;

/// <summary>Stores as earlier versions of the program made them.</summary>
public static class EarlierStore
{
    /// <summary>Every version before this one, by its last migration.</summary>
    public static IReadOnlyList<string> Versions
    {
        get
        {
            using var db = StoreDatabase.Open("never-opened.db");
            return [.. db.Database.GetMigrations().SkipLast(1)];
        }
    }

    /// <summary>Makes an empty store of that version.</summary>
    public static async Task MakeAsync(string path, string version)
    {
        await using var db = StoreDatabase.Open(path);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new SqliteCommand("PRAGMA journal_mode=WAL;\n" + db.GetService<IMigrator>().GenerateScript(toMigration: version), connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.NextResultAsync())
        {
        }
    }
}
