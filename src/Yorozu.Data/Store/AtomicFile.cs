namespace Yorozu.Data.Store;

/// <summary>
/// A file that gets its name only when it is complete and flushed to disk: written under a temporary name of its own, then renamed. Of
/// two written at once each is complete, and the one that ends last stays.
/// </summary>
public static class AtomicFile
{
    private const string Suffix = ".partial";
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

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
        RemoveAbandoned(target);
        var partial = $"{target}.{Guid.NewGuid():N}{Suffix}";
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

    // Left behind by killed processes; a younger one may be another's that is being written.
    private static void RemoveAbandoned(string target)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(target)!);
        foreach (var file in folder.EnumerateFiles($"*{Suffix}").Where(f => f.LastWriteTimeUtc < DateTime.UtcNow - AbandonedAfter))
        {
            if (file.FullName.StartsWith(target + ".", StringComparison.Ordinal)) file.Delete();
        }
    }
}
