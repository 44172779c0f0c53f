namespace Yorozu.Data.Store.Entities;

/// <summary>One month's cell (観測値).</summary>
public sealed class ObservationEntity
{
    public int TableId { get; set; }

    public TableEntity Table { get; set; } = null!;

    public required string Part { get; set; }

    /// <summary>0 for 全国, 1 to 47 for a prefecture.</summary>
    public int Area { get; set; }

    /// <summary>Year × 100 + month.</summary>
    public int Month { get; set; }

    /// <summary>Null when it is not published.</summary>
    public long? Value { get; set; }

    public required string RawText { get; set; }

    public int Row { get; set; }

    public int Column { get; set; }
}
