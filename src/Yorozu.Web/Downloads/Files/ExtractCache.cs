using System.Threading.RateLimiting;
using Yorozu.Data.Extracts;
using Yorozu.Data.Store;
using Yorozu.Web.Telemetry;

namespace Yorozu.Web.Downloads.Files;

/// <summary>A finished file. Length, hash and content are known before the first byte is sent.</summary>
public sealed record CachedExtract(string Path, long Length, string Sha256, ExtractSummary Summary);

/// <summary>
/// Writes each file once and keeps it below the data directory, so that memory does not grow with the number of rows. Limits
/// the files being written and queued; cancels a file that no request waits for any more. Settings:
/// <c>Yorozu:ExtractCacheMegabytes</c> (1024) and <c>Yorozu:ExtractQueue</c> (8 files).
/// </summary>
public sealed class ExtractCache(IServiceScopeFactory scopes, DataDirectory directory, WebMeter meter, IConfiguration configuration) : IDisposable
{
    /// <summary>The largest number of queued files by default; a request for one more gets 503.</summary>
    public const int MaxQueued = 8;

    private const int MaxFiles = 128;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CacheEntry> _entries = new(StringComparer.Ordinal);
    private readonly SpoolFolder _folder = new(Path.Combine(directory.Path, "cache"));
    private readonly long _maxBytes = configuration.GetValue("Yorozu:ExtractCacheMegabytes", 1024) * 1024L * 1024;
    private readonly ConcurrencyLimiter _writers = Limiter(configuration);

    // Files made from others wait for those: in the same queue they would wait for themselves.
    private readonly ConcurrencyLimiter _composers = Limiter(configuration);

    private long _uses;

    /// <summary>Writes a new file at this path.</summary>
    public delegate Task<ExtractSummary> Writer(YorozuDbContext db, string path, CancellationToken cancellationToken);

    /// <summary>Writes to a seekable stream.</summary>
    public delegate Task<ExtractSummary> StreamWriter(YorozuDbContext db, Stream stream, CancellationToken cancellationToken);

    /// <summary>The number of files written concurrently; leaves a core for pages.</summary>
    public static int MaxWriters { get; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 2);

    public static Writer ToFile(StreamWriter write) => async (db, path, cancellationToken) =>
    {
        // No buffer: writers write large blocks.
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
        return await write(db, file, cancellationToken);
    };

    /// <summary>The length and hash of a file. Writes it first if missing.</summary>
    public async Task<CachedExtract> GetAsync(ExtractFile file, CancellationToken cancellationToken)
    {
        var (extract, content) = await OpenAsync(file.Key, file.Write, cancellationToken);
        await content.DisposeAsync();
        return extract;
    }

    /// <summary>Opens the file with this key. Writes it first if missing; concurrent requests share one writer.</summary>
    /// <param name="usesFiles">True for a file made from others of this cache: it must not occupy a writer while it waits for them.</param>
    /// <param name="isKept">False for a file that nobody else will ask for: it is deleted when its last reader leaves.</param>
    /// <exception cref="ExtractBusyException">Too many files are queued or being sent.</exception>
    public async Task<(CachedExtract Extract, FileStream Content)> OpenAsync(
        string key, Writer write, CancellationToken cancellationToken, bool usesFiles = false, bool isKept = true)
    {
        while (true)
        {
            var entry = Enter(key, write, usesFiles, isKept);
            try
            {
                var extract = await entry.Writing.WaitAsync(cancellationToken);
                return (extract, new SpooledStream(extract.Path) { Closed = () => Leave(entry) });
            }
            catch (Exception exception)
            {
                // The file was deleted: write it again.
                var isGone = entry.Extract is not null && exception is FileNotFoundException or DirectoryNotFoundException;
                if (isGone) Remove(entry);
                Leave(entry);
                if (!isGone) throw;
            }
        }
    }

    /// <summary>A writer's place, for a page that reads as much as a file does; dispose it soon.</summary>
    /// <exception cref="ExtractBusyException">Too many files are queued.</exception>
    public async Task<IDisposable> TakePlaceAsync(CancellationToken cancellationToken)
    {
        var place = await _writers.AcquireAsync(1, cancellationToken);
        if (place.IsAcquired) return place;
        place.Dispose();
        throw new ExtractBusyException();
    }

    public void Dispose()
    {
        _writers.Dispose();
        _composers.Dispose();
        _folder.Dispose();
    }

    private static ConcurrencyLimiter Limiter(IConfiguration configuration) => new(new()
    {
        PermitLimit = MaxWriters,
        QueueLimit = configuration.GetValue("Yorozu:ExtractQueue", MaxQueued),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private CacheEntry Enter(string key, Writer write, bool usesFiles, bool isKept)
    {
        lock (_lock)
        {
            var isThere = _entries.TryGetValue(key, out var entry);
            meter.Lookup("files", isThere);
            if (entry is null)
            {
                _entries[key] = entry = new CacheEntry(key, isKept);
                entry.Writing = Task.Run(() => WriteAsync(entry, write, usesFiles), CancellationToken.None);
            }

            entry.Readers++;
            entry.LastUse = ++_uses;
            return entry;
        }
    }

    private void Leave(CacheEntry entry)
    {
        lock (_lock)
        {
            if (--entry.Readers > 0 || entry is { Extract: not null, IsKept: true }) return;
            entry.Abandoned.Cancel();
            Remove(entry);
            if (entry.Extract is { } extract) SpoolFolder.Delete(extract.Path);
        }
    }

    private async Task<CachedExtract> WriteAsync(CacheEntry entry, Writer write, bool usesFiles)
    {
        var abandoned = entry.Abandoned.Token;
        CachedExtract? extract = null;
        try
        {
            using var place = await (usesFiles ? _composers : _writers).AcquireAsync(1, abandoned);
            if (!place.IsAcquired || !MakeRoom(_maxBytes)) throw new ExtractBusyException();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YorozuDbContext>();
            extract = await _folder.WriteAsync(path => write(db, path, abandoned));
        }
        catch (Exception exception)
        {
            Remove(entry);
            // Free the disk of files that can be written again.
            if (SpoolFault.IsFull(exception)) MakeRoom(0);
            throw;
        }

        lock (_lock)
        {
            // The last waiting request may just have been cancelled.
            if (!abandoned.IsCancellationRequested) return entry.Extract = extract;
        }

        SpoolFolder.Delete(extract.Path);
        throw new OperationCanceledException(abandoned);
    }

    private void Remove(CacheEntry entry)
    {
        lock (_lock)
        {
            if (_entries.GetValueOrDefault(entry.Key) == entry) _entries.Remove(entry.Key);
        }
    }

    /// <summary>Deletes the least recently used files until the limits are met; false when the files being sent exceed them.</summary>
    private bool MakeRoom(long maxBytes)
    {
        lock (_lock)
        {
            var finished = _entries.Values.Where(e => e.Extract is not null).OrderBy(e => e.LastUse).ToList();
            var (files, bytes) = (finished.Count, finished.Sum(e => e.Extract!.Length));
            foreach (var entry in finished.Where(e => e.Readers == 0).TakeWhile(_ => files >= MaxFiles || bytes >= maxBytes))
            {
                _entries.Remove(entry.Key);
                SpoolFolder.Delete(entry.Extract!.Path);
                files--;
                bytes -= entry.Extract.Length;
            }

            return files < MaxFiles && bytes < maxBytes;
        }
    }
}
