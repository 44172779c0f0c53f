using BenchmarkDotNet.Attributes;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>The published command line from its start to its end: <c>releases</c> on a store of five years of monthly releases against <c>--help</c>.</summary>
[Config(typeof(WholeRequests))]
public class Listing
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yorozu-list-").FullName;

    private string Program => Path.Combine(_folder, "cli", "yorozu.dll");

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Publish() => PublishAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public Task Help() => DotnetCommand.RunAsync(Program, "--help");

    [Benchmark]
    public Task Releases() => DotnetCommand.RunAsync(Program, "releases", "--data", _folder);

    private async Task PublishAsync()
    {
        await DotnetCommand.PublishAsync("Yorozu.Cli", Path.Combine(_folder, "cli"));
        await using var db = StoreDatabase.Open(new DataDirectory(_folder).DatabasePath);
        await StoreDatabase.MigrateAsync(db, CancellationToken.None);
        await SyntheticStore.FillAsync(db, 2021, 5, CancellationToken.None);
    }
}
