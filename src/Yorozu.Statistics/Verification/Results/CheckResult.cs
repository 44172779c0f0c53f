using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Verification.Results;

/// <summary>The result of one check on one published cell (検算結果). It never changes a figure.</summary>
/// <param name="Kind">What was checked.</param>
/// <param name="Passed">True when published and expected agree.</param>
/// <param name="MetricKey">The metric's key.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Area">The row.</param>
/// <param name="Month">The column, or null for 累計値 and for a whole table.</param>
/// <param name="Published">The figure as published, in the metric's unit; null when the cell is now blank.</param>
/// <param name="Expected">The expected figure: a sum, the figure published before, the centre of the usual range, or the repeated figure.</param>
/// <param name="Position">The position of the published cell, or of the table that no longer has it; nowhere for a missing table.</param>
public sealed record CheckResult(
    CheckKind Kind,
    bool Passed,
    string MetricKey,
    string Part,
    Area Area,
    YearMonth? Month,
    long? Published,
    long? Expected,
    SourcePosition Position)
{
    /// <summary>
    /// For <see cref="CheckKind.Cumulative"/>: the first month in which the row differs from the previous release. A
    /// difference suggests a late revision; none, an error in addition.
    /// </summary>
    public YearMonth? FirstDeparture { get; init; }

    /// <summary>
    /// For <see cref="CheckKind.Missing"/>: the heading of the table in the release before; for a table that is
    /// <see cref="CheckKind.Repeated"/>: the heading of the other one. Null once stored.
    /// </summary>
    public string? Heading { get; init; }

    /// <summary>
    /// For a failed <see cref="CheckKind.Plausible"/>: the least and the greatest count that are not far from the expected one. A count
    /// between them may fail all the same: with two digits exchanged, halved or doubled. Null otherwise.
    /// </summary>
    public (long Lower, long Upper)? Limits { get; init; }

    /// <summary>The severity if the check failed.</summary>
    public Severity Severity => Kind.Severity();

    /// <summary>Published minus expected; null when either is missing.</summary>
    public long? Difference => Published - Expected;
}
