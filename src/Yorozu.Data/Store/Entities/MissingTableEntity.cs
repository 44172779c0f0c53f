namespace Yorozu.Data.Store.Entities;

/// <summary>A metric whose table the release before had and this release lacks: a failed check without a table to belong to.</summary>
public sealed class MissingTableEntity
{
    public int ReleaseId { get; set; }

    public ReleaseEntity Release { get; set; } = null!;

    public int MetricId { get; set; }

    public MetricEntity Metric { get; set; } = null!;
}
