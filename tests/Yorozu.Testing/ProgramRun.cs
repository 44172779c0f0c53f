using System.ComponentModel;
using System.Diagnostics;

namespace Yorozu.Testing;

/// <summary>What another program printed until its end.</summary>
public sealed record ProgramRun(int Code, string Output, string Error)
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(2);

    /// <exception cref="OperationCanceledException">It did not end.</exception>
    public static async Task<ProgramRun> OfAsync(string program, IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var end = new CancellationTokenSource(MaxTime);
        // Read while it writes: a full pipe would stop both.
        var (output, error) = (process.StandardOutput.ReadToEndAsync(end.Token), process.StandardError.ReadToEndAsync(end.Token));
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), end.Token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading: what it printed says why.
        }

        await process.WaitForExitAsync(end.Token);
        return new ProgramRun(process.ExitCode, await output, await error);
    }

    /// <summary>True when the program is there and ends without an error.</summary>
    internal static bool IsThere(string program, string[] arguments)
    {
        try
        {
            return OfAsync(program, arguments, "").GetAwaiter().GetResult().Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
