namespace Yorozu.Data.Store.Entities;

/// <summary>A sub-column of a month, as printed. A table without sub-columns has one with an empty name.</summary>
public sealed class TablePartEntity
{
    public int TableId { get; set; }

    /// <summary>Its position among the parts, from 1.</summary>
    public int Ordinal { get; set; }

    public required string Name { get; set; }
}
