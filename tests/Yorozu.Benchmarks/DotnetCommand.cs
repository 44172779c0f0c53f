using System.Diagnostics;

namespace Yorozu.Benchmarks;

/// <summary>Runs <c>dotnet</c> as a person would.</summary>
internal static class DotnetCommand
{
    private static string Sources => Path.Combine(Data.Store.DataDirectory.Locate(null).Path, "..", "src");

    /// <summary>Publishes one of our programs as README says.</summary>
    public static Task PublishAsync(string project, string folder) => RunAsync("publish", Path.Combine(Sources, project), "-c", "Release", "-o", folder);

    /// <summary>Waits for the end of a command and expects it to succeed.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(output);
    }
}
