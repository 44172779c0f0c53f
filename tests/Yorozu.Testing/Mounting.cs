using System.Diagnostics;

namespace Yorozu.Testing;

internal static class Mounting
{
    /// <summary>False where it is not allowed.</summary>
    public static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
