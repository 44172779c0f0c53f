using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Store.Entities;

/// <summary>The number of checks of a kind on a table, and of failures.</summary>
public sealed class CheckCountEntity
{
    public int TableId { get; set; }

    public TableEntity Table { get; set; } = null!;

    public CheckKind Kind { get; set; }

    public int Checked { get; set; }

    public int Failed { get; set; }
}
