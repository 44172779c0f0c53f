
namespace Yorozu.Statistics.Documents;

/// <summary>One month's cell of a published table (観測値).</summary>
/// <param name="Part">The printed name of the sub-column (内訳); empty where a month is one column.</param>
/// <param name="Area">The prefecture, or 全国 for the 合計 row.</param>
/// <param name="Month">The calendar month of the column.</param>
/// <param name="Figure">The count, or not published.</param>
/// <param name="RawText">The cell as printed.</param>
/// <param name="Position">Where in the document the cell stands.</param>
public sealed record Observation(string Part, Area Area, YearMonth Month, Figure Figure, string RawText, SourcePosition Position);

/// <summary>The 累計値 cell of a row (公表累計値), as published. Yorozu's own running total is separate.</summary>
/// <param name="Part">The printed name of the sub-column (内訳); empty where there is none.</param>
/// <param name="Area">The prefecture, or 全国 for the 合計 row.</param>
/// <param name="Figure">The count, or not published.</param>
/// <param name="RawText">The cell as printed.</param>
/// <param name="Position">Where in the document the cell stands.</param>
public sealed record PublishedCumulative(string Part, Area Area, Figure Figure, string RawText, SourcePosition Position);
