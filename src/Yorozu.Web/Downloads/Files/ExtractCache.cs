using System.Collections.Concurrent;
using System.Security.Cryptography;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Store;
using Yorozu.Web.Telemetry;

namespace Yorozu.Web.Downloads.Files;

/// <summary>A finished file: how long it is, what it hashes to and what is in it are known before a byte is sent.</summary>
public sealed record CachedExtract(string Path, long Length, string Sha256, ExtractSummary Summary);

/// <summary>
/// Makes each file once and keeps it below the data directory. Spooling to disk keeps memory flat whatever the number of
/// rows, makes Content-Length and hash known, and turns every later request into the sending of a file.
/// </summary>
public sealed class ExtractCache : IDisposable
{
    private const int MostFiles = 128;
    private const long MostBytes = 1L << 30;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly IServiceScopeFactory _scopes;
    private readonly WebMeter _meter;
    private readonly DirectoryInfo _folder;
    private long _uses;

    public ExtractCache(IServiceScopeFactory scopes, DataDirectory directory, WebMeter meter)
    {
        (_scopes, _meter) = (scopes, meter);
        _folder = new DirectoryInfo(Path.Combine(directory.Path, "cache", Guid.NewGuid().ToString("N")));
        RemoveAbandoned(_folder.Parent!);
    }

    /// <summary>Writes a new file at this path.</summary>
    public delegate Task<ExtractSummary> Writer(YorozuDbContext db, string path, CancellationToken cancellationToken);

    /// <summary>Writes to a stream that can be sought.</summary>
    public delegate Task<ExtractSummary> StreamWriter(YorozuDbContext db, Stream stream, CancellationToken cancellationToken);

    /// <summary>True when the disk is full or closed: nothing is wrong with the file itself.</summary>
    public static bool CannotSpool(Exception exception) =>
        exception is IOException or UnauthorizedAccessException || StoreFault.KindOf(exception) == StoreFaultKind.Full;

    /// <summary>What is known about a file, or null while it cannot be written.</summary>
    public async Task<CachedExtract?> FindAsync(ExtractFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(file, cancellationToken);
        }
        catch (Exception exception) when (CannotSpool(exception))
        {
            return null;
        }
    }

    /// <summary>What is known about a file, which is written first when it is not there.</summary>
    public async Task<CachedExtract> GetAsync(ExtractFile file, CancellationToken cancellationToken)
    {
        var (extract, content) = await OpenAsync(file, cancellationToken);
        await content.DisposeAsync();
        return extract;
    }

    public Task<(CachedExtract Extract, FileStream Content)> OpenAsync(ExtractFile file, CancellationToken cancellationToken) =>
        OpenAsync(file.Key, file.Write, cancellationToken);

    /// <summary>The file under this key, opened; written first when it is not there. Requests for the same file wait for one writer.</summary>
    public async Task<(CachedExtract Extract, FileStream Content)> OpenAsync(string key, Writer write, CancellationToken cancellationToken)
    {
        _meter.Lookup("files", _entries.ContainsKey(key));
        while (true)
        {
            var entry = _entries.GetOrAdd(key, _ => new Entry(() => Task.Run(() => WriteAsync(write), CancellationToken.None)));
            entry.LastUse = Interlocked.Increment(ref _uses);
            try
            {
                // One reader going away must not take the file from the others: the writing itself is not cancelled.
                var extract = await entry.Extract.Value.WaitAsync(cancellationToken);
                Trim();
                return (extract, new FileStream(extract.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1));
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException && entry.Extract.Value.IsCompletedSuccessfully)
            {
                // Somebody cleaned up the folder, or the file was trimmed between finding and opening it: make it again.
                _entries.TryRemove(KeyValuePair.Create(key, entry));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                _entries.TryRemove(KeyValuePair.Create(key, entry));
                throw;
            }
        }
    }

    public static Writer ToFile(StreamWriter write) => async (db, path, cancellationToken) =>
    {
        // No buffer: writers hand over large blocks.
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
        return await write(db, file, cancellationToken);
    };

    public void Dispose() => Remove(_folder);

    // Left by programs that were killed. A program still running that has written nothing for so long makes its files again.
    private static void RemoveAbandoned(DirectoryInfo caches)
    {
        if (!caches.Exists) return;
        foreach (var folder in caches.EnumerateDirectories().Where(f => f.LastWriteTimeUtc < DateTime.UtcNow - Abandoned)) Remove(folder);
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

    private async Task<CachedExtract> WriteAsync(Writer write)
    {
        _folder.Create();
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var summary = await write(scope.ServiceProvider.GetRequiredService<YorozuDbContext>(), path, CancellationToken.None);
            await using var file = File.OpenRead(path);
            return new CachedExtract(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)), summary);
        }
        catch
        {
            // Half a file on a full disk would keep it full.
            File.Delete(path);
            throw;
        }
    }

    private void Trim()
    {
        var (files, bytes) = (0, 0L);
        foreach (var (key, entry) in _entries.OrderByDescending(e => e.Value.LastUse).ToList())
        {
            if (!entry.Extract.Value.IsCompletedSuccessfully) continue;
            var extract = entry.Extract.Value.Result;
            bytes += extract.Length;
            if (++files == 1 || (files <= MostFiles && bytes <= MostBytes)) continue;
            // Whoever has it open goes on reading: the name goes, the content stays until it is closed.
            if (_entries.TryRemove(KeyValuePair.Create(key, entry))) File.Delete(extract.Path);
        }
    }

    private sealed class Entry(Func<Task<CachedExtract>> write)
    {
        public Lazy<Task<CachedExtract>> Extract { get; } = new(write);

        public long LastUse { get; set; }
    }
}
