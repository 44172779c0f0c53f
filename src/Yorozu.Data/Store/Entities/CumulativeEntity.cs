namespace Yorozu.Data.Store.Entities;

/// <summary>The 累計値 cell of a row (公表累計値).</summary>
public sealed class CumulativeEntity
{
    public int TableId { get; set; }

    public TableEntity Table { get; set; } = null!;

    public required string Part { get; set; }

    public int Area { get; set; }

    public long? Value { get; set; }

    public required string RawText { get; set; }

    public int Row { get; set; }

    public int Column { get; set; }
}
