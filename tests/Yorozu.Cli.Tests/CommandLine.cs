using System.Diagnostics;
using System.Text;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

/// <summary>Runs the real program as a person would: a process of its own, with a data folder of its own.</summary>
public sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string DataDirectory => _folder.Path;

    /// <summary>What it is told with --data, when that is not the folder it runs in.</summary>
    public string? Data { get; init; }

    /// <summary>The program that starts it, with its arguments; none by default.</summary>
    public IReadOnlyList<string> Launcher { get; init; } = [];

    public Task<Result> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<Result> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program and leaves it to the caller.</summary>
    public Process Start(params string[] arguments)
    {
        string[] line = [.. Launcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "yorozu.dll"), .. arguments, "--data", Data ?? DataDirectory];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = DataDirectory,
        })!;
    }

    /// <summary>Writes a document into the data folder, where the program runs, and gives its name.</summary>
    public string Write(Yorozu.Data.Publishing.DocumentFile document)
    {
        File.WriteAllBytes(Path.Combine(DataDirectory, document.Name), document.Bytes.ToArray());
        return document.Name;
    }

    public void Dispose() => _folder.Dispose();

    public sealed record Result(int ExitCode, string Output, string Error);
}
