using System.Diagnostics;
using Yorozu.Cli.Tests;
using Yorozu.Data.Store;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>
/// Runs a command again and again, each time on a fresh copy of the same folder, and kills it (SIGKILL) at moments that are
/// sought around the one where its work is done: earlier after a run that had done it, later after one that had not.
/// </summary>
/// <param name="start">The folder the command begins with.</param>
/// <param name="signal">The file whose appearance says that the work begins; null for the first line of output.</param>
internal sealed class Killer(string start, string? signal, params string[] arguments)
{
    private const int MaxRunsPerKill = 20;

    /// <summary>YOROZU_KILLS sets how often each command is killed; YOROZU_KILL_SEED the moments.</summary>
    public static int Kills { get; } = Setting("YOROZU_KILLS", 2);

    /// <summary>How many runs were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>How many runs ended before they could be killed.</summary>
    public int Finished { get; private set; }

    /// <summary>How many kills left a transaction half written in the file beside the database.</summary>
    public int Unfinished { get; private set; }

    private static int Seed { get; } = Setting("YOROZU_KILL_SEED", 1);

    /// <summary>
    /// What is left after the whole work and after each run, as <paramref name="inspect"/> sees it. Goes on until there are
    /// so many different <paramref name="states"/>: how fast the machine is must not decide whether kills fall into the work.
    /// </summary>
    public async Task<IReadOnlyList<T>> LeftoversAsync<T>(Func<string, Task<T>> inspect, int states = 2)
    {
        var random = new Random(Seed);
        // The first run is not killed: it shows how long the work takes, and what it leads to.
        var (took, whole) = await RunAsync(Timeout.InfiniteTimeSpan, inspect);
        var delay = took * random.NextDouble();
        var leftovers = new List<T> { whole };
        var left = new HashSet<T> { whole };
        for (var run = 0; run < MaxRunsPerKill * Kills && (Killed < Kills || left.Count < states); run++)
        {
            var (_, next) = await RunAsync(delay, inspect);
            leftovers.Add(next);
            left.Add(next);
            delay = delay * (Equals(next, whole) ? random.NextDouble() : 1 + random.NextDouble()) + TimeSpan.FromMilliseconds(1);
        }

        left.Should().HaveCountGreaterThanOrEqualTo(states, "the kills have to fall into the work; {0} killed, {1} finished", Killed, Finished);
        return leftovers;
    }

    private async Task<(TimeSpan Took, T Left)> RunAsync<T>(TimeSpan delay, Func<string, Task<T>> inspect)
    {
        using var cli = new CommandLine();
        foreach (var file in Directory.GetFiles(start)) File.Copy(file, Path.Combine(cli.DataDirectory, Path.GetFileName(file)));
        using var process = cli.Start(arguments);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        if (signal is null) await process.StandardOutput.ReadLineAsync();
        else while (!File.Exists(Path.Combine(cli.DataDirectory, signal)) && !process.HasExited) await Task.Delay(1);

        var clock = Stopwatch.StartNew();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(delay)) process.Kill();
        await process.WaitForExitAsync();
        var took = clock.Elapsed;
        await output;
        const int killedByUs = 128 + 9;
        process.ExitCode.Should().BeOneOf([0, killedByUs], await error);
        if (process.ExitCode == killedByUs) Killed++;
        else Finished++;
        if (WriteAheadLog.EndsUnfinished(Path.Combine(cli.DataDirectory, "yorozu.db-wal"))) Unfinished++;
        return (took, await inspect(cli.DataDirectory));
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;
}
