namespace Yorozu.Statistics.Documents;

/// <summary>A sum that a page prints beside the figures it adds up, such as 第1四半期計 or 東北計. It is verified and not stored.</summary>
/// <param name="Label">The printed heading of its column or row.</param>
/// <param name="IsRow">True for the sum of a region, false for the sum of some months.</param>
/// <param name="Areas">The rows it adds up.</param>
/// <param name="Months">The months it adds up; none for a sum of 累計値.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Figure">The printed sum.</param>
/// <param name="Position">Where it stands.</param>
public sealed record PrintedSum(
    string Label, bool IsRow, IReadOnlyList<Area> Areas, IReadOnlyList<YearMonth> Months, string Part, Figure Figure, SourcePosition Position);
