using BenchmarkDotNet.Attributes;

namespace Yorozu.Benchmarks;

/// <summary>
/// The full tidy CSV of twenty years of monthly releases, over HTTP from Kestrel, against the sqlite3 program running the
/// equivalent SELECT on the same file. Before anything is timed, both are read by CsvHelper and compared field by field.
/// </summary>
[Config(typeof(WholeRequests))]
[MemoryDiagnoser]
public class FullExtract
{
    // Filling takes longer than measuring: one store for all.
    private static readonly Lazy<ExtractServer> Server = new(() => StartAsync().GetAwaiter().GetResult());

    [GlobalSetup]
    public void Start() => _ = Server.Value;

    [IterationSetup(Target = nameof(FirstRequest))]
    public void Forget() => Server.Value.Forget();

    [Benchmark(Baseline = true)]
    public Task Sqlite3Program() => Server.Value.SqliteAsync(Stream.Null);

    [Benchmark]
    public Task<long> FirstRequest() => Server.Value.GetAsync(Stream.Null);

    [Benchmark]
    public Task<long> CachedRequest() => Server.Value.GetAsync(Stream.Null);

    private static async Task<ExtractServer> StartAsync()
    {
        var server = await ExtractServer.StartAsync(2007, 20);
        await server.CompareAsync();
        return server;
    }

    internal static async ValueTask StopAsync()
    {
        if (Server.IsValueCreated) await Server.Value.DisposeAsync();
    }
}
