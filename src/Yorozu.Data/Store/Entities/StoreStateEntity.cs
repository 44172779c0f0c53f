namespace Yorozu.Data.Store.Entities;

/// <summary>The single row with the version of the public data.</summary>
public sealed class StoreStateEntity
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Incremented by each publication and withdrawal.</summary>
    public long DataVersion { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
