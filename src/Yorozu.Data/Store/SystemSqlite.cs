using System.Reflection;
using System.Runtime.InteropServices;

namespace Yorozu.Data.Store;

/// <summary>Prefers the operating system's SQLite, which gets security fixes, to the old one the package brings.</summary>
internal static class SystemSqlite
{
    private static int _done;

    public static void Use()
    {
        if (Interlocked.Exchange(ref _done, 1) == 1) return;
        NativeLibrary.SetDllImportResolver(Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"), Resolve);
        SQLitePCL.Batteries_V2.Init();
    }

    // Returning zero falls back to the bundled library.
    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == "e_sqlite3" && OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : IntPtr.Zero;
}
