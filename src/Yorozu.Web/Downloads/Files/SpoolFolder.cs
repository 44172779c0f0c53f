using System.Security.Cryptography;
using Yorozu.Data.Extracts;

namespace Yorozu.Web.Downloads.Files;

/// <summary>Where this process keeps finished files: a folder of its own below one for all, gone when the process ends.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private readonly string _path;

    public SpoolFolder(string parent)
    {
        _path = Path.Combine(parent, Guid.NewGuid().ToString("N"));
        RemoveAbandoned(new DirectoryInfo(parent));
    }

    /// <summary>Has a file written and hashed; nothing is left of one that fails.</summary>
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
            File.Delete(path);
            throw;
        }
    }

    public void Dispose() => Remove(new DirectoryInfo(_path));

    // Left by programs that were killed. A program still running that has written nothing for so long makes its files again.
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
            // A file still being sent on a system that locks open files, or a read-only disk; it is only a cache.
        }
    }
}

/// <summary>A spooled file that says when it is closed.</summary>
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
