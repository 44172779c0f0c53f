namespace Yorozu.Statistics.Comparison;

/// <summary>Sums of the months so far (累計).</summary>
public static class RunningTotal
{
    /// <summary>The sum up to each month.</summary>
    /// <param name="months">Figures from April on; null where nothing is published.</param>
    /// <returns>One sum per month; null from the first gap on, because a sum across a gap would be too small.</returns>
    public static IReadOnlyList<double?> Of(IReadOnlyList<double?> months)
    {
        double? total = 0;
        var totals = new double?[months.Count];
        for (var i = 0; i < totals.Length; i++) totals[i] = total += months[i];
        return totals;
    }
}
