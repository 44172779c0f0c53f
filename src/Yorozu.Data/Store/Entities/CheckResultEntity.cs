using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Store.Entities;

/// <summary>
/// The result of one check (検算結果). Sums are stored whether passed or failed, revisions and unusual values only when failed;
/// <see cref="CheckCountEntity"/> has the number of checks.
/// </summary>
public sealed class CheckResultEntity
{
    public int Id { get; set; }

    public int TableId { get; set; }

    public TableEntity Table { get; set; } = null!;

    public CheckKind Kind { get; set; }

    public bool Passed { get; set; }

    public required string Part { get; set; }

    public int Area { get; set; }

    /// <summary>Null for 累計値.</summary>
    public int? Month { get; set; }

    public long? Published { get; set; }

    public long? Expected { get; set; }

    public int? FirstDeparture { get; set; }

    public int Row { get; set; }

    public int Column { get; set; }

    /// <summary>The least count not far from the expected one; null for other checks than of usual counts, and before this was stored.</summary>
    public long? LowerLimit { get; set; }

    /// <summary>The greatest such count.</summary>
    public long? UpperLimit { get; set; }
}
