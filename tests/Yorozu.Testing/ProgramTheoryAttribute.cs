using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Yorozu.Testing;

/// <summary>A theory that another program must be there for: skipped, and said so, where it is not.</summary>
public sealed class ProgramTheoryAttribute : TheoryAttribute
{
    /// <param name="probe">Arguments with which the program ends without an error.</param>
    public ProgramTheoryAttribute(string program, params string[] probe)
    {
        if (!IsThere(program, probe)) Skip = $"Needs {program} {string.Join(' ', probe)}.";
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static bool IsThere(string program, string[] probe)
    {
        try
        {
            return RunAsync(program, probe, "").GetAwaiter().GetResult().Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
