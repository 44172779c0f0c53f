namespace Yorozu.Testing;

/// <summary>Who may read and write files.</summary>
public static class Permissions
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The mode of every file and folder below a folder, by its path from there.</summary>
    public static IReadOnlyDictionary<string, UnixFileMode> Below(string folder) => OperatingSystem.IsWindows()
        ? throw new PlatformNotSupportedException()
        : Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.GetUnixFileMode);

    /// <summary>0600 of a file, 0700 of a folder.</summary>
    public static UnixFileMode Private(string path) => Directory.Exists(path) ? File600 | UnixFileMode.UserExecute : File600;
}
