using Yorozu.Statistics;


namespace Yorozu.Data.Extracts.Datasets;

/// <summary>One observation as every extract tells it.</summary>
/// <param name="Value">The figure, or null when it is not published.</param>
/// <param name="Cumulative">Our running total of the fiscal year up to this month; null from the first missing month on.</param>
/// <param name="PublishedCumulative">The 累計値 of the row, at the last month it counts only.</param>
public readonly record struct ObservationRow(
    ObservationTable Table, string Part, Area Area, YearMonth Month, long? Value, long? Cumulative, long? PublishedCumulative)
{
    /// <summary>速報値. The pages print no other kind of figure so far.</summary>
    public const string Status = "P";
}
