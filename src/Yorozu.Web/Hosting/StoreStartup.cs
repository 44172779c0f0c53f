using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Hosting;

/// <summary>Before the first request: migrates the database and fills an empty one with the published documents.</summary>
public sealed partial class StoreStartup(
    IServiceScopeFactory scopes, DataDirectory directory, SnapshotWatch snapshots, ILogger<StoreStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await StoreDatabase.MigrateAsync(directory.DatabasePath, cancellationToken);
        // No release was ever stored.
        if (snapshots.Read().Version == 0) await FillAsync(cancellationToken);
        // Opens a connection that stays open: without one, a later reader has to write a file, which a full disk refuses.
        LogReady(StoreDatabase.SqliteVersion, snapshots.Read().Version);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outcomes = await FirstImport.RunAsync(scope.ServiceProvider.GetRequiredService<Importer>(), directory, cancellationToken);
        foreach (var (path, outcome) in outcomes) LogImported(Path.GetFileName(path), outcome.GetType().Name);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "First start: {Document} → {Outcome}")]
    private partial void LogImported(string document, string outcome);

    [LoggerMessage(LogLevel.Information, "The store is open: SQLite {SqliteVersion}, data version {DataVersion}")]
    private partial void LogReady(string sqliteVersion, long dataVersion);
}
