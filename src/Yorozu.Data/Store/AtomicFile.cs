namespace Yorozu.Data.Store;

/// <summary>A file that gets its name only when it is complete and flushed to disk: written under a temporary name, then renamed.</summary>
public static class AtomicFile
{
    /// <exception cref="IOException">The file exists and must not be replaced, or it cannot be written.</exception>
    public static async Task WriteAsync(string path, bool replace, Func<string, Task> write)
    {
        // A device cannot be replaced by a rename.
        if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            await write(path);
            return;
        }

        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(path);
        var partial = target + ".partial";
        // Left behind by a killed process.
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
