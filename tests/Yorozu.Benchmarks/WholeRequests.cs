using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Yorozu.Benchmarks;

/// <summary>For what takes long enough to be timed once a go, against a store that only this process has.</summary>
internal abstract class Wholes : ManualConfig
{
    protected Wholes(int warmups, int iterations) => AddJob(Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithStrategy(RunStrategy.Monitoring)
        .WithWarmupCount(warmups)
        .WithIterationCount(iterations)
        .WithInvocationCount(1)
        .WithUnrollFactor(1));
}

/// <summary>Requests that take a tenth of a second and more.</summary>
internal sealed class WholeRequests() : Wholes(1, 10);

/// <summary>What takes some milliseconds: long enough to time, too short to be compiled in the first few goes.</summary>
internal sealed class WarmWholes() : Wholes(200, 50);

/// <summary>Some tens of pages a go.</summary>
internal sealed class ManyPages() : Wholes(100, 50);

/// <summary>Thousands of requests a go, so that a go takes a second.</summary>
internal sealed class WarmRequests() : Wholes(10, 60);
