using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Yorozu.Data.Store.Configurations;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Store;

/// <summary>The store: one SQLite file, append-only for published data.</summary>
public sealed class YorozuDbContext : DbContext
{
    public YorozuDbContext(DbContextOptions<YorozuDbContext> options)
        : base(options)
    {
        // On a full disk SQLite rolls back the transaction itself; returning to a savepoint would hide the cause.
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<DocumentEntity> Documents => Set<DocumentEntity>();

    public DbSet<ReleaseEntity> Releases => Set<ReleaseEntity>();

    public DbSet<MetricEntity> Metrics => Set<MetricEntity>();

    public DbSet<TableEntity> Tables => Set<TableEntity>();

    public DbSet<ObservationEntity> Observations => Set<ObservationEntity>();

    public DbSet<CumulativeEntity> Cumulatives => Set<CumulativeEntity>();

    public DbSet<CheckResultEntity> CheckResults => Set<CheckResultEntity>();

    public DbSet<CheckCountEntity> CheckCounts => Set<CheckCountEntity>();

    public DbSet<StoreStateEntity> StoreState => Set<StoreStateEntity>();

    public DbSet<LogEntryEntity> LogEntries => Set<LogEntryEntity>();

    public DbSet<StagedUploadEntity> StagedUploads => Set<StagedUploadEntity>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<RevokedSession> RevokedSessions => Set<RevokedSession>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(YorozuDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    /// <summary>UTC in ISO 8601: sortable as text and readable in any SQLite tool.</summary>
    private sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, string>(
        time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
}
