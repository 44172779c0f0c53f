using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.References;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Web.Hosting;

/// <summary>Opens the store while the host is built: migrates it and fills an empty one.</summary>
public sealed class StoreOpening
{
    private StoreOpening(DataDirectory directory) => Imported = Task.Run(() => OpenAsync(directory));

    /// <summary>Completes when the store is open, with the documents imported into an empty one.</summary>
    public Task<IReadOnlyList<(string Path, PublishOutcome Outcome)>> Imported { get; }

    /// <summary>Why files of reference tables were refused; known when the store is open.</summary>
    public IReadOnlyList<string> RefusedReferences { get; private set; } = [];

    public static StoreOpening Begin(DataDirectory directory)
    {
        var opening = new StoreOpening(directory);
        _ = opening.WarmUpAsync(directory);
        return opening;
    }

    private async Task<IReadOnlyList<(string Path, PublishOutcome Outcome)>> OpenAsync(DataDirectory directory)
    {
        await StoreDatabase.MigrateAsync(directory.DatabasePath, CancellationToken.None);
        await using var db = StoreDatabase.Open(directory.DatabasePath);
        var isEmpty = (await db.LatestSnapshotAsync(CancellationToken.None)).Version == 0;
        var imported = isEmpty ? await FirstImport.RunAsync(new Importer(db, TimeProvider.System), directory, CancellationToken.None) : [];
        RefusedReferences = await ReferenceFiles.ImportAsync(new ReferenceStore(db, TimeProvider.System), directory, CancellationToken.None);
        return imported;
    }

    /// <summary>Asks once what the first page asks, so that its queries are compiled by then.</summary>
    private async Task WarmUpAsync(DataDirectory directory)
    {
        await Imported;
        await using var db = StoreDatabase.Open(directory.DatabasePath);
        var snapshot = await db.LatestSnapshotAsync(CancellationToken.None);
        var coverage = await db.CoverageAsync(snapshot, CancellationToken.None);
        await db.MetricYearsAsync(coverage, new MetricYearFilter { MaxYears = 1, Areas = [Area.Nation] }, CancellationToken.None);
        await db.ReleaseChangesAsync(snapshot, CancellationToken.None);
        // What no prepared statement asks for goes through EF Core.
        _ = db.Model;
    }
}
