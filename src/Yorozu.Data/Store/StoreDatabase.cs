using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Yorozu.Data.Store;

/// <summary>Opens the store and creates it if missing.</summary>
public static class StoreDatabase
{
    /// <summary>How long a writer waits for another. Imports take a second; a longer write hangs.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>The version of SQLite in use.</summary>
    public static string SqliteVersion
    {
        get
        {
            using var connection = new SqliteConnection();
            return connection.ServerVersion;
        }
    }

    /// <summary>Opens a context outside dependency injection.</summary>
    public static YorozuDbContext Open(string databasePath)
    {
        var options = new DbContextOptionsBuilder<YorozuDbContext>();
        Configure(options, databasePath);
        return new YorozuDbContext(options.Options);
    }

    /// <summary>An open connection, for what needs no EF Core.</summary>
    public static async Task<SqliteConnection> ConnectAsync(string databasePath, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString(databasePath));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Creates the file or migrates it to this version of the program.</summary>
    /// <exception cref="StoreException">The folder cannot be used, or a newer program wrote the file.</exception>
    public static async Task MigrateAsync(string databasePath, CancellationToken cancellationToken)
    {
        CreateFolder(databasePath);
        await using var connection = await ConnectAsync(databasePath, cancellationToken);
        if (SchemaVersion.IsBehind(connection)) SchemaVersion.Upgrade(connection);
        // The journal mode persists in the file: readers continue while an import writes.
        await using var mode = new SqliteCommand("PRAGMA journal_mode=WAL", connection);
        await mode.ExecuteNonQueryAsync(cancellationToken);
    }

    public static Task MigrateAsync(YorozuDbContext db, CancellationToken cancellationToken) =>
        MigrateAsync(db.Database.GetDbConnection().DataSource, cancellationToken);

    public static void Configure(DbContextOptionsBuilder options, string databasePath) =>
        options.UseSqlite(ConnectionString(databasePath)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    private static string ConnectionString(string databasePath) =>
        new SqliteConnectionStringBuilder { DataSource = databasePath, ForeignKeys = true, DefaultTimeout = (int)MaxWait.TotalSeconds }.ToString();

    private static void CreateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFault.On(StoreFaultKind.CannotOpen, path, exception.Message), exception);
        }
    }
}
