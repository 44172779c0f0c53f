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

    /// <summary>The number of log entries written through this context since it was made.</summary>
    public int LoggedActions { get; internal set; }

    public DbSet<DocumentEntity> Documents => Set<DocumentEntity>();

    public DbSet<ReleaseEntity> Releases => Set<ReleaseEntity>();

    public DbSet<MetricEntity> Metrics => Set<MetricEntity>();

    public DbSet<TableEntity> Tables => Set<TableEntity>();

    public DbSet<ObservationEntity> Observations => Set<ObservationEntity>();

    public DbSet<CumulativeEntity> Cumulatives => Set<CumulativeEntity>();

    public DbSet<CheckResultEntity> CheckResults => Set<CheckResultEntity>();

    public DbSet<CheckCountEntity> CheckCounts => Set<CheckCountEntity>();

    public DbSet<MissingTableEntity> MissingTables => Set<MissingTableEntity>();

    public DbSet<LogEntryEntity> LogEntries => Set<LogEntryEntity>();

    public DbSet<StagedUploadEntity> StagedUploads => Set<StagedUploadEntity>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<RevokedSession> RevokedSessions => Set<RevokedSession>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(YorozuDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    private sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, string>(time => StoredTime.Of(time), text => StoredTime.Parse(text));
}
