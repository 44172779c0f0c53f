using Microsoft.Extensions.Caching.Memory;
using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Caching;

/// <summary>
/// Keeps finished pages of one data version, and drops them all when there is another: nothing is ever stale. Setting:
/// <c>Yorozu:PageCacheMegabytes</c> (64).
/// </summary>
public sealed class PageCache(IConfiguration configuration) : IDisposable
{
    private const int BytesOfAnEntry = 1024;

    private readonly long _mostBytes = configuration.GetValue("Yorozu:PageCacheMegabytes", 64) * 1024L * 1024;
    private volatile Generation? _current;

    /// <summary>About how much memory is in use.</summary>
    public long Bytes => _current?.Pages.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    public KeptPage? Find(DataVersion version, PageKey key) => Of(version).Pages.Get<KeptPage>(key);

    public void Keep(DataVersion version, PageKey key, KeptPage page) => Of(version).Pages.Set(key, page, new MemoryCacheEntryOptions
    {
        Size = page.Length + BytesOfAnEntry + (sizeof(char) * (key.Host.Length + key.Path.Length + key.Query.Length)),
        // Made-up parameters must not push out the pages everybody reads.
        Priority = key.Query.Length > 0 ? CacheItemPriority.Normal : CacheItemPriority.High,
    });

    public void Dispose() => _current?.Pages.Dispose();

    // Not disposed when replaced: another request may still be reading from it.
    private Generation Of(DataVersion version)
    {
        var current = _current;
        if (current?.Version != version)
        {
            _current = current = new Generation(version, new MemoryCache(new MemoryCacheOptions { SizeLimit = _mostBytes, CompactionPercentage = 0.25, TrackStatistics = true }));
        }

        return current;
    }

    private sealed record Generation(DataVersion Version, MemoryCache Pages);
}
