using BenchmarkDotNet.Running;
using Yorozu.Benchmarks.Attacks;

namespace Yorozu.Benchmarks;

// Not top-level statements: their class would hide the web host's, which has the same name.
internal static class Benchmarks
{
    private static async Task Main(string[] args)
    {
        if (args is ["attacks", var program, .. var name])
        {
            await AttackReport.WriteAsync(program, string.Join(' ', name));
            return;
        }

        if (args is ["extracts"])
        {
            await ExtractProcessorTime.WriteAsync();
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Benchmarks).Assembly).Run(args);
        await FullExtract.StopAsync();
    }
}
