using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Store.Entities;

/// <summary>How many checks of a kind were made on a table, and how many of them failed.</summary>
public sealed class CheckCountEntity
{
    public int TableId { get; set; }

    public TableEntity Table { get; set; } = null!;

    public CheckKind Kind { get; set; }

    public int Checked { get; set; }

    public int Failed { get; set; }
}
