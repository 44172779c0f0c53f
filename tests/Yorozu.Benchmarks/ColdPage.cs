using BenchmarkDotNet.Attributes;

namespace Yorozu.Benchmarks;

/// <summary>Pages as they are made the first time after a publication, five years of monthly releases: ratios and downloads against a metric's page.</summary>
[Config(typeof(WarmWholes))]
[MemoryDiagnoser]
public class ColdPage
{
    private ExtractServer _server = null!;

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Start() => _server = ExtractServer.StartAsync(2022, 5, ("Yorozu:PageCacheMegabytes", "0")).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [IterationSetup]
    public void Forget() => _server.Forget();

    [Benchmark(Baseline = true)]
    public Task Metric() => _server.GetAsync("/metrics/one-stop-consultations", Stream.Null);

    [Benchmark]
    public Task Indicator() => _server.GetAsync("/indicators/one-stop-phase2-share", Stream.Null);

    [Benchmark]
    public Task PerHead() => _server.GetAsync("/metrics/one-stop-consultations?per=population", Stream.Null);

    [Benchmark]
    public Task Downloads() => _server.GetAsync("/downloads", Stream.Null);

    [Benchmark]
    public Task DownloadsOfAChoice() => _server.GetAsync("/downloads?metric=one-stop-consultations&area=33&shape=wide", Stream.Null);
}
