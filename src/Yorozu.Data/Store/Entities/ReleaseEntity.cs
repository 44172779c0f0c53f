namespace Yorozu.Data.Store.Entities;

/// <summary>One publication of a document (公表). Rows are added and withdrawn, never changed otherwise.</summary>
public sealed class ReleaseEntity
{
    public int Id { get; set; }

    public int DocumentId { get; set; }

    public DocumentEntity Document { get; set; } = null!;

    /// <summary>The calendar year in which the fiscal year starts.</summary>
    public int FiscalYear { get; set; }

    /// <summary>The last month with a figure, as year × 100 + month.</summary>
    public int AsOf { get; set; }

    /// <summary>1 for the first release of this fiscal year and as-of month, 2 for its first correction, …</summary>
    public int Sequence { get; set; }

    /// <summary>The data version after its publication.</summary>
    public long PublishedVersion { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>The day on which its publisher published it.</summary>
    public DateOnly PublishedOn { get; set; }

    /// <summary>A sign-in name, for the log. Never public.</summary>
    public required string PublishedBy { get; set; }

    /// <summary>The public display name at the time; null for 「管理者」.</summary>
    public string? PublishedAs { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The data version after its withdrawal; null while it stands.</summary>
    public long? WithdrawnVersion { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawalNote { get; set; }

    public List<TableEntity> Tables { get; } = [];
}
