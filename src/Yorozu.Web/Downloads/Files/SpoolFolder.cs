using System.Security.Cryptography;
using Yorozu.Data.Extracts;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The folder of this process for finished files, below a shared one. Deleted when the process ends.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private readonly string _path;

    public SpoolFolder(string parent)
    {
        _path = Path.Combine(parent, Guid.NewGuid().ToString("N"));
        RemoveAbandoned(new DirectoryInfo(parent));
    }

    /// <summary>Writes and hashes a file; deletes it on failure.</summary>
    public async Task<CachedExtract> WriteAsync(Func<string, Task<ExtractSummary>> write)
    {
        Directory.CreateDirectory(_path);
        var path = Path.Combine(_path, Guid.NewGuid().ToString("N"));
        try
        {
            var summary = await write(path);
            await using var file = File.OpenRead(path);
            return new CachedExtract(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)), summary);
        }
        catch
        {
            Delete(path);
            throw;
        }
    }

    /// <summary>Deletes a file, which may be gone with its folder.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody removed the folder: the next file makes it again.
        }
    }

    public void Dispose() => Remove(new DirectoryInfo(_path));

    // Left by killed processes. A running process that wrote nothing for that long writes its files again.
    private static void RemoveAbandoned(DirectoryInfo parent)
    {
        if (!parent.Exists) return;
        foreach (var folder in parent.EnumerateDirectories().Where(f => f.LastWriteTimeUtc < DateTime.UtcNow - AbandonedAfter)) Remove(folder);
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            if (folder.Exists) folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file still being sent where open files are locked, or a read-only disk. It is only a cache.
        }
    }
}

/// <summary>A stream of a spooled file with a callback on close.</summary>
internal sealed class SpooledStream(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1)
{
    private Action? _closed;

    public required Action Closed { init => _closed = value; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Interlocked.Exchange(ref _closed, null)?.Invoke();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Interlocked.Exchange(ref _closed, null)?.Invoke();
    }
}
