using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Accounts;
using Yorozu.Data.Importing;
using Yorozu.Data.Queries;
using Yorozu.Data.Staging;
using Yorozu.Data.Withdrawing;

namespace Yorozu.Data;

/// <summary>Opens the store, and makes it when it is not there.</summary>
public static class Store
{
    /// <summary>The version of SQLite in use: the system's or, where it has none, the package's.</summary>
    public static string SqliteVersion
    {
        get
        {
            SystemSqlite.Use();
            return SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
        }
    }

    /// <summary>Adds the database context (reads do not track) and the importer.</summary>
    public static IServiceCollection AddYorozuData(this IServiceCollection services, DataDirectory directory)
    {
        services.AddSingleton(directory);
        services.AddDbContextPool<YorozuDbContext>(options => Configure(options, directory.DatabasePath));
        services.AddSingleton<DataVersionWatch>();
        services.AddScoped<Importer>();
        services.AddScoped<Withdrawer>();
        services.AddScoped<StagingArea>();
        services.AddYorozuAccounts();
        return services;
    }

    /// <summary>A context of one's own, outside dependency injection.</summary>
    public static YorozuDbContext Open(string databasePath)
    {
        var options = new DbContextOptionsBuilder<YorozuDbContext>();
        Configure(options, databasePath);
        return new YorozuDbContext(options.Options);
    }

    /// <summary>Creates the file or brings its tables up to this version of the program.</summary>
    public static async Task MigrateAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource)!);
        await db.Database.MigrateAsync(cancellationToken);
        // The mode stays with the file: readers go on while an import writes.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    public static void Configure(DbContextOptionsBuilder options, string databasePath)
    {
        SystemSqlite.Use();
        var connection = new SqliteConnectionStringBuilder { DataSource = databasePath, ForeignKeys = true };
        options.UseSqlite(connection.ToString()).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }
}
