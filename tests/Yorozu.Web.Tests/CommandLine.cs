using System.Diagnostics;
using System.Text;

namespace Yorozu.Web.Tests;

/// <summary>The command line as a process of its own, beside a host on the same store.</summary>
internal static class CommandLine
{
    public static async Task<(int ExitCode, byte[] Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "yorozu.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await error);
    }

    /// <summary>Runs a command that has to succeed.</summary>
    public static async Task DoAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);
        exitCode.Should().Be(0, "it said {0} {1}", Encoding.UTF8.GetString(output), error);
    }
}
