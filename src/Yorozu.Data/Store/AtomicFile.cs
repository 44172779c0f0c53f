namespace Yorozu.Data.Store;

/// <summary>A file that bears its name only when all of it is there and on the disk: it is written beside and then moved.</summary>
public static class AtomicFile
{
    /// <exception cref="IOException">The file is there already and is not to be replaced; or it cannot be written.</exception>
    public static async Task WriteAsync(string path, bool replace, Func<string, Task> write)
    {
        // A device is no file to put in place.
        if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            await write(path);
            return;
        }

        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(path);
        var partial = target + ".partial";
        // Left there by a program that was killed.
        File.Delete(partial);
        try
        {
            await write(partial);
            await using (var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
            File.Move(partial, target, replace);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
