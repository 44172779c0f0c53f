using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store;

/// <summary>Opens the store, and makes it when it is not there.</summary>
public static class StoreDatabase
{
    /// <summary>How long a writer waits for another. Imports take a second; who writes longer than this has got stuck.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>The version of SQLite in use.</summary>
    public static string SqliteVersion
    {
        get
        {
            using var connection = new SqliteConnection();
            return connection.ServerVersion;
        }
    }

    /// <summary>A context of one's own, outside dependency injection.</summary>
    public static YorozuDbContext Open(string databasePath)
    {
        var options = new DbContextOptionsBuilder<YorozuDbContext>();
        Configure(options, databasePath);
        return new YorozuDbContext(options.Options);
    }

    /// <summary>Builds what every context shares and keeps: half a second of a cold start, which can pass beside other work.</summary>
    public static void WarmUp(DataDirectory directory)
    {
        using var db = Open(directory.DatabasePath);
        _ = db.Model;
    }

    /// <summary>Creates the file or brings its tables up to this version of the program.</summary>
    /// <exception cref="StoreException">The folder cannot be used, or a newer program wrote the file.</exception>
    public static async Task MigrateAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        CreateFolder(path);
        if (await IsBehindAsync(db, path, cancellationToken)) await BringUpToDateAsync(db, cancellationToken);
        // The mode stays with the file: readers go on while an import writes.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    public static void Configure(DbContextOptionsBuilder options, string databasePath)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = databasePath, ForeignKeys = true, DefaultTimeout = (int)LongestWait.TotalSeconds };
        options.UseSqlite(connection.ToString()).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }

    /// <summary>True when the tables are older than this program.</summary>
    /// <exception cref="StoreException">They are newer.</exception>
    internal static async Task<bool> IsBehindAsync(YorozuDbContext db, string path, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown) throw new StoreException(StoreFault.On(StoreFaultKind.Newer, path, unknown));
        return applied.Count < known.Count;
    }

    // One transaction of our own: EF Core's way leaves a lock in the file when the process is killed, and every later start waits for it.
    private static async Task BringUpToDateAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await StoreTransaction.BeginAsync(db, cancellationToken);
        // Asked again inside it: another process may have been faster.
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.GetService<IMigrator>().GenerateScript(applied, options: MigrationsSqlGenerationOptions.NoTransactions);
        // Not ExecuteNonQuery: behind a statement that returns something, that swallows what fails.
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.NextResultAsync(cancellationToken))
        {
        }

        await reader.DisposeAsync();
        await transaction.CommitAsync(cancellationToken);
    }

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
