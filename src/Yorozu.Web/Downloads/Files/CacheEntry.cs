namespace Yorozu.Web.Downloads.Files;

/// <summary>A file that is queued, being written or finished.</summary>
/// <param name="isKept">False for a file that is deleted when its last reader leaves.</param>
internal sealed class CacheEntry(string key, bool isKept)
{
    public string Key { get; } = key;

    public bool IsKept { get; } = isKept;

    public CancellationTokenSource Abandoned { get; } = new();

    public Task<CachedExtract> Writing { get; set; } = null!;

    /// <summary>The file when it is finished.</summary>
    public CachedExtract? Extract { get; set; }

    /// <summary>The number of requests waiting for the file or reading it.</summary>
    public int Readers { get; set; }

    public long LastUse { get; set; }
}
