using System.Runtime.InteropServices;

namespace Yorozu.Data.Store;

/// <summary>
/// Hides the program's files from other users of the machine, regardless of the inherited umask: database, keys, uploads and
/// finished files are created 0600, folders 0700.
/// </summary>
public static class Umask
{
    private const uint Private = 0x3F; // 077

    private static uint _inherited = Private;

    public static void Restrict()
    {
        if (!OperatingSystem.IsWindows()) _inherited = Set(Private);
    }

    /// <summary>Restores the user's umask, for files written on request.</summary>
    public static void Restore()
    {
        if (!OperatingSystem.IsWindows()) _ = Set(_inherited);
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Set(uint mask);
}
