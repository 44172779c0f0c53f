using BenchmarkDotNet.Attributes;

namespace Yorozu.Benchmarks;

/// <summary>
/// Pages made anew for every request, five years of monthly releases: charts as SVG, ratios and downloads against a metric's page. Many
/// requests a go, so that a pause of the collector is not taken for a slow page.
/// </summary>
[Config(typeof(ManyPages))]
[MemoryDiagnoser]
public class ColdPage
{
    private const int Requests = 20;

    private ExtractServer _server = null!;

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Start() => _server = ExtractServer.StartAsync(2022, 5, ("Yorozu:PageCacheMegabytes", "0")).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public Task Metric() => AskAsync("/metrics/one-stop-consultations");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Chart() => AskAsync("/metrics/one-stop-consultations?svg=trend");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Map() => AskAsync("/metrics/one-stop-consultations?svg=prefectures");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Indicator() => AskAsync("/indicators/one-stop-phase2-share");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task PerHead() => AskAsync("/metrics/one-stop-consultations?per=population");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Downloads() => AskAsync("/downloads");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task DownloadsOfAPivot() => AskAsync("/downloads?shape=pivot");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task DownloadsOfAChoice() => AskAsync("/downloads?metric=one-stop-consultations&area=33&shape=wide");

    private async Task AskAsync(string address)
    {
        for (var i = 0; i < Requests; i++) await _server.GetAsync(address, Stream.Null);
    }
}
