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

    /// <summary>The magnitudes of the deviations that are known, in order.</summary>
    public static double[] Sizes(IEnumerable<double> deviations)
    {
        double[] sizes = [.. deviations.Where(d => !double.IsNaN(d)).Select(Math.Abs)];
        Array.Sort(sizes);
        return sizes;
    }

    /// <summary>
    /// The spread of deviations from zero but for one of them: 1.4826 × the median of their magnitudes; NaN of nothing.
    /// Sorted once, a row answers for each of its cells.
    /// </summary>
    /// <param name="sizes">From <see cref="Sizes"/>.</param>
    /// <param name="deviation">The one to leave out; NaN to leave out none.</param>
    public static double SpreadWithout(double[] sizes, double deviation)
    {
        var (length, gap) = double.IsNaN(deviation) ? (sizes.Length, int.MaxValue) : (sizes.Length - 1, Array.BinarySearch(sizes, Math.Abs(deviation)));
        if (length == 0) return double.NaN;
        return NormalConsistency * (At(length / 2) + At((length - 1) / 2)) / 2;

        double At(int index) => sizes[index < gap ? index : index + 1];
    }
}
