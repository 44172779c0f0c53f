using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>One observation, as in every extract.</summary>
/// <param name="Value">The figure, or null when it is not published.</param>
/// <param name="Cumulative">Yorozu's running total of the fiscal year up to this month; null from the first missing month on.</param>
/// <param name="PublishedCumulative">The 累計値 of the row, only in the last month it includes.</param>
/// <param name="IsTotal">True for the part that sums the others.</param>
public readonly record struct ObservationRow(
    ObservationTable Table, string Part, Area Area, YearMonth Month, long? Value, long? Cumulative, long? PublishedCumulative, bool IsTotal)
{
    /// <summary>速報値. The pages have printed only these so far.</summary>
    public const string Status = "P";
}
