using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Caching.Memory;
using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Caching;

/// <summary>
/// Caches rendered pages of one snapshot and drops them all for the next one: no page is ever stale. Setting:
/// <c>Yorozu:PageCacheMegabytes</c> (64).
/// </summary>
public sealed class PageCache(IConfiguration configuration, SnapshotWatch snapshots) : IDisposable
{
    private const int BytesOfAnEntry = 1024;

    private readonly long _maxBytes = configuration.GetValue("Yorozu:PageCacheMegabytes", 64) * 1024L * 1024;
    private readonly Lock _replacing = new();
    private volatile Generation? _current;

    /// <summary>The approximate memory in use, in bytes.</summary>
    public long Bytes => _current?.Pages.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>
    /// The page with this key. Of concurrent requests one renders it and the others wait. Null when the page is not cacheable;
    /// then each request has rendered it.
    /// </summary>
    public async Task<(CachedPage? Page, bool WasThere)> GetAsync(PageKey key, Func<Task<CachedPage?>> make, CancellationToken cancellationToken)
    {
        if (Current() is not { } generation) return (await make(), false);
        if (generation.Pages.TryGetValue(key, out CachedPage? page)) return (page, true);

        var making = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = generation.Making.GetOrAdd(key, making.Task);
        if (first != making.Task) return await first.WaitAsync(cancellationToken) is { } made ? (made, true) : (await make(), false);

        try
        {
            // Another request may have finished between the two lookups.
            if (generation.Pages.TryGetValue(key, out page)) return (page, true);
            page = await make();
            // A page rendered during a publication may show either state: send it, but do not store it.
            if (page is not null && Latest() == generation.Snapshot) Store(generation, key, page);
            return (page, false);
        }
        finally
        {
            generation.Making.TryRemove(key, out _);
            making.SetResult(page);
        }
    }

    public void Dispose() => _current?.Pages.Dispose();

    private static void Store(Generation generation, PageKey key, CachedPage page) => generation.Pages.Set(key, page, new MemoryCacheEntryOptions
    {
        Size = page.Length + BytesOfAnEntry + (sizeof(char) * key.Length),
        // Evict arbitrary addresses before the most requested ones.
        Priority = key.IsCommon ? CacheItemPriority.High : CacheItemPriority.Low,
    });

    /// <summary>The pages of the latest snapshot; null when the store cannot be read, which the page itself reports.</summary>
    private Generation? Current()
    {
        if (Latest() is not { } latest) return null;
        if (_current is { } current && current.Snapshot == latest) return current;
        lock (_replacing)
        {
            // Read the snapshot again: a request with an older snapshot may get here last.
            if (Latest() is not { } newest) return null;
            // Do not dispose the old one: another request may still be reading from it.
            if (_current?.Snapshot != newest) _current = new Generation(newest, _maxBytes);
            return _current;
        }
    }

    private Snapshot? Latest()
    {
        try
        {
            return snapshots.Read();
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private sealed class Generation(Snapshot snapshot, long maxBytes)
    {
        public Snapshot Snapshot => snapshot;

        public MemoryCache Pages { get; } = new(new MemoryCacheOptions { SizeLimit = maxBytes, CompactionPercentage = 0.25, TrackStatistics = true });

        public ConcurrentDictionary<PageKey, Task<CachedPage?>> Making { get; } = new();
    }
}
