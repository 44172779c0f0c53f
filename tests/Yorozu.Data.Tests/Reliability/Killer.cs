using System.Diagnostics;
using Yorozu.Data.Tests.Cli;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Reliability;

/// <summary>
/// Runs a command again and again, each time on a fresh copy of the same folder, and kills it (SIGKILL) at moments spread
/// over its work: from the moment it shows that it has begun, to a little after the time it took unkilled.
/// </summary>
/// <param name="start">The folder the command begins with.</param>
/// <param name="signal">The file whose appearance says that the work begins; null for the first line of output.</param>
internal sealed class Killer(string start, string? signal, params string[] arguments)
{
    private TimeSpan _span = TimeSpan.MaxValue;

    /// <summary>YOROZU_KILLS sets how often each command is killed; YOROZU_KILL_SEED the moments.</summary>
    public static int Kills { get; } = Setting("YOROZU_KILLS", 6);

    /// <summary>How many kills left a transaction half written in the file beside the database.</summary>
    public int Unfinished { get; private set; }

    private static int Seed { get; } = Setting("YOROZU_KILL_SEED", 1);

    /// <summary>What is left after the work and after each kill, as <paramref name="inspect"/> sees it.</summary>
    public async Task<IReadOnlyList<T>> LeftoversAsync<T>(int kills, Func<string, Task<T>> inspect)
    {
        var random = new Random(Seed);
        var leftovers = new List<T>();
        // The first run is not killed: it shows how long the work takes, and what it leads to.
        var (killed, whole) = await RunAsync(TimeSpan.FromMinutes(2), inspect);
        killed.Should().BeFalse();
        leftovers.Add(whole);
        for (var i = 0; i < kills; i++)
        {
            var (_, left) = await RunAsync(_span * ((i + random.NextDouble()) / kills * 1.25), inspect);
            leftovers.Add(left);
        }

        return leftovers;
    }

    private async Task<(bool Killed, T Left)> RunAsync<T>(TimeSpan delay, Func<string, Task<T>> inspect)
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
        await output;
        const int killed = 128 + 9;
        process.ExitCode.Should().BeOneOf([0, killed], await error);
        if (process.ExitCode == 0 && clock.Elapsed < _span) _span = clock.Elapsed;
        if (WriteAheadLog.EndsUnfinished(Path.Combine(cli.DataDirectory, "yorozu.db-wal"))) Unfinished++;
        return (process.ExitCode == killed, await inspect(cli.DataDirectory));
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;
}
