namespace Yorozu.Data.Store.Entities;

/// <summary>The single row with the version of the public data.</summary>
public sealed class StoreStateEntity
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Incremented by each publication and withdrawal.</summary>
    public long DataVersion { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Never before the previous change, even when the clock is set back: caches rely on this time.</summary>
    public void Change(DateTimeOffset now)
    {
        DataVersion++;
        ChangedAt = now < ChangedAt ? ChangedAt.AddSeconds(1) : now;
    }
}
