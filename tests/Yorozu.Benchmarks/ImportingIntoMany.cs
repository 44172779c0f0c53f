using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>The FY2021 page into a store that has the twenty years before it, twelve releases each, against the same into an empty store.</summary>
[Config(typeof(WarmWholes))]
public class ImportingIntoMany
{
    private readonly DocumentFile _page = PublishedDocuments.Fy2021;
    private readonly string _folder = Directory.CreateTempSubdirectory("yorozu-many-").FullName;

    private string Target => Path.Combine(_folder, "target.db");

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Fill() => FillAsync().GetAwaiter().GetResult();

    [IterationSetup(Target = nameof(IntoAnEmptyStore))]
    public void TakeEmpty() => Take("0.db");

    [IterationSetup(Target = nameof(IntoTwentyYears))]
    public void TakeFull() => Take("20.db");

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public Task IntoAnEmptyStore() => ImportAsync();

    [Benchmark]
    public Task IntoTwentyYears() => ImportAsync();

    private async Task ImportAsync()
    {
        await using var db = StoreDatabase.Open(Target);
        var importer = new Importer(db, TimeProvider.System);
        var proposal = await importer.PrepareAsync(_page, CancellationToken.None);
        var outcome = await importer.PublishAsync(proposal, new Actor("benchmark"), "", CancellationToken.None, new Acceptance(Date: true));
        if (outcome is not PublishOutcome.Published) throw new InvalidOperationException($"Not published: {outcome}.");
    }

    private async Task FillAsync()
    {
        foreach (var years in new[] { 0, 20 })
        {
            await using var db = StoreDatabase.Open(Path.Combine(_folder, $"{years}.db"));
            await StoreDatabase.MigrateAsync(db, CancellationToken.None);
            await SyntheticStore.FillAsync(db, 2021 - years, years, CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
    }

    private void Take(string store)
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { "-wal", "-shm" }) File.Delete(Target + suffix);
        File.Copy(Path.Combine(_folder, store), Target, overwrite: true);
    }
}
