namespace Yorozu.Statistics.Comparison;

/// <summary>Medians and quantiles of published figures. Skips unpublished figures; null when no figure is left.</summary>
public static class Average
{
    /// <summary>The middle figure, or the mean of the two in the middle (中央値).</summary>
    public static double? Median(IEnumerable<double?> figures) => Quantile(figures.OfType<double>(), 0.5);

    /// <summary>The value below which a share of the values lies, interpolated between neighbours.</summary>
    /// <param name="values">Values in any order.</param>
    /// <param name="share">0 to 1; 0.5 is the median, 0.25 the lower quartile.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public static double? Quantile(IEnumerable<double> values, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) return null;

        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
