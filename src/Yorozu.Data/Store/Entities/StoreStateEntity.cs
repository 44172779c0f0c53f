namespace Yorozu.Data.Store.Entities;

/// <summary>The one row that says how often the public data has changed.</summary>
public sealed class StoreStateEntity
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Goes up by one with each publication and each withdrawal.</summary>
    public long DataVersion { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>A clock that was put back must not make a change look older than the one before: caches go by this time.</summary>
    public void Change(DateTimeOffset now)
    {
        DataVersion++;
        ChangedAt = now < ChangedAt ? ChangedAt.AddSeconds(1) : now;
    }
}
