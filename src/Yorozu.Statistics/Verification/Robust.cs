namespace Yorozu.Statistics.Verification;

/// <summary>Medians, which a few wild values cannot move. The spans given are reordered.</summary>
internal static class Robust
{
    // Makes the median absolute deviation of normal values equal their standard deviation.
    private const double NormalConsistency = 1.4826;

    /// <summary>The median; NaN of nothing.</summary>
    public static double Median(Span<double> values)
    {
        if (values.Length == 0) return double.NaN;
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>The spread of deviations from zero: 1.4826 × the median of their magnitudes; NaN of nothing.</summary>
    public static double Spread(Span<double> deviations)
    {
        foreach (ref var deviation in deviations) deviation = Math.Abs(deviation);
        return NormalConsistency * Median(deviations);
    }
}
