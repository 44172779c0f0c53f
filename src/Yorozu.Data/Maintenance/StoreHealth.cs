using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Maintenance;

/// <summary>The health of the store.</summary>
/// <param name="Database">The database opens and answers.</param>
/// <param name="Migrations">The schema is that of this program.</param>
/// <param name="Integrity">SQLite's <c>quick_check</c> finds nothing.</param>
public sealed record StoreHealth(bool Database, bool Migrations, bool Integrity, long? DataVersion)
{
    public bool IsReady => Database && Migrations && Integrity;

    /// <summary>Checks the store. Never throws for a fault of the store.</summary>
    /// <param name="isIntact">True skips the integrity check, which reads the whole file at 100 MB a second or more.</param>
    public static async Task<StoreHealth> CheckAsync(YorozuDbContext db, bool isIntact, CancellationToken cancellationToken)
    {
        var health = new StoreHealth(false, false, isIntact, null);
        try
        {
            var version = (await db.LatestSnapshotAsync(cancellationToken)).Version;
            health = health with { Database = true, DataVersion = version };
            health = health with { Migrations = !SchemaVersion.IsBehind(await OpenAsync(db, cancellationToken)) };
            return isIntact ? health : health with { Integrity = await QuickCheckAsync(db, cancellationToken) };
        }
        catch (Exception exception) when (exception is SqliteException or InvalidOperationException or StoreException)
        {
            return health;
        }
    }

    private static async Task<SqliteConnection> OpenAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return (SqliteConnection)db.Database.GetDbConnection();
    }

    private static async Task<bool> QuickCheckAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var command = new SqliteCommand("PRAGMA quick_check(1)", await OpenAsync(db, cancellationToken));
        return await command.ExecuteScalarAsync(cancellationToken) is "ok";
    }
}
