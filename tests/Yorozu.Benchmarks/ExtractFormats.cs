using BenchmarkDotNet.Attributes;

namespace Yorozu.Benchmarks;

/// <summary>
/// The first request for each file of five years of monthly releases, against the first for the CSV of the observations.
/// One request keeps one core busy, so the times are those of the processor.
/// </summary>
[Config(typeof(WholeRequests))]
[MemoryDiagnoser]
public class ExtractFormats
{
    private ExtractServer _server = null!;

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Start() => _server = ExtractServer.StartAsync(2022, 5).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [IterationSetup]
    public void Forget() => _server.Forget();

    [Benchmark(Baseline = true)]
    public Task<long> Csv() => _server.GetAsync("/extracts/observations.csv", Stream.Null);

    [Benchmark]
    public Task<long> Xlsx() => _server.GetAsync("/extracts/yorozu.xlsx", Stream.Null);

    [Benchmark]
    public Task<long> Sqlite() => _server.GetAsync("/extracts/yorozu.sqlite", Stream.Null);

    [Benchmark]
    public Task<long> CsvOfMetric() => _server.GetAsync("/extracts/observations.csv?metric=one-stop-consultations", Stream.Null);

    [Benchmark]
    public Task<long> PivotOfMetric() =>
        _server.GetAsync("/extracts/observations.csv?metric=one-stop-consultations&shape=pivot&columns=month", Stream.Null);

    [Benchmark]
    public Task<long> VintagesOfMetric() => _server.GetAsync("/extracts/vintages.csv?metric=one-stop-consultations", Stream.Null);

    [Benchmark]
    public Task<long> Revisions() => _server.GetAsync("/extracts/revisions.csv", Stream.Null);
}
