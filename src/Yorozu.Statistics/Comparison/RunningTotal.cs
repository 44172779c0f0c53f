namespace Yorozu.Statistics.Comparison;

/// <summary>Sums of the months so far (累計).</summary>
public static class RunningTotal
{
    /// <summary>The sum up to each month.</summary>
    /// <param name="months">Figures from April on; null where nothing is published.</param>
    /// <returns>One sum per month; null from the first gap on, because a sum across a gap would be too small.</returns>
    public static IReadOnlyList<long?> Of(IReadOnlyList<long?> months)
    {
        long? total = 0;
        return [.. months.Select(month => total += month)];
    }
}
