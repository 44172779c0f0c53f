namespace Yorozu.Testing;

/// <summary>A file or folder that nobody can write while this lives. Root is stopped by a mount, others by permissions.</summary>
public sealed class ReadOnlyPlace : IDisposable
{
    private readonly string _path;

    public ReadOnlyPlace(string path)
    {
        _path = path;
        var done = Environment.IsPrivilegedProcess
            ? Mounting.Run("mount", "--bind", path, path) && Mounting.Run("mount", "-o", "remount,bind,ro", path)
            : Mounting.Run("chmod", "a-w", path);
        if (!done) throw new InvalidOperationException($"{path} cannot be made read-only here.");
    }

    public void Dispose() => _ = Environment.IsPrivilegedProcess ? Mounting.Run("umount", "--lazy", _path) : Mounting.Run("chmod", "u+w", _path);
}
