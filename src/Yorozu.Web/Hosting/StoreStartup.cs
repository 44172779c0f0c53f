using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;

namespace Yorozu.Web.Hosting;

/// <summary>Lets the first request in when the store is open.</summary>
public sealed partial class StoreStartup(StoreOpening opening, SnapshotWatch snapshots, ILogger<StoreStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (path, outcome) in await opening.Imported)
        {
            if (outcome is PublishOutcome.Refused refused) LogRefused(Path.GetFileName(path), refused.Problems[0]);
            else LogImported(Path.GetFileName(path), outcome.GetType().Name);
        }

        foreach (var problem in opening.RefusedReferences) LogRefusedReference(problem);

        // Opens a connection that stays open: without one, a later reader has to write a file, which a full disk refuses.
        LogReady(StoreDatabase.SqliteVersion, snapshots.Read().Version);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "First start: {Document} → {Outcome}")]
    private partial void LogImported(string document, string outcome);

    [LoggerMessage(LogLevel.Warning, "First start: {Document} was refused: {Problem}")]
    private partial void LogRefused(string document, Problem problem);

    [LoggerMessage(LogLevel.Warning, "A reference table was refused: {Problem}")]
    private partial void LogRefusedReference(string problem);

    [LoggerMessage(LogLevel.Information, "The store is open: SQLite {SqliteVersion}, data version {DataVersion}")]
    private partial void LogReady(string sqliteVersion, long dataVersion);
}
