namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>Medians, which are robust against outliers. Reorders the given spans.</summary>
internal static class Robust
{
    // Makes the median absolute deviation of normal values equal their standard deviation.
    private const double NormalConsistency = 1.4826;

    /// <summary>The median; NaN without values.</summary>
    public static double Median(Span<double> values)
    {
        if (values.Length == 0) return double.NaN;
        // Most medians are those of three nearby months.
        if (values is [var one, var two, var three]) return Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));
        var rank = values.Length / 2;
        Partition(values, rank);
        if (values.Length % 2 == 1) return values[rank];

        var below = values[0];
        foreach (var value in values[1..rank]) below = Math.Max(below, value);
        return (below + values[rank]) / 2;
    }

    /// <summary>The spread of deviations from zero: 1.4826 × the median of the known magnitudes; NaN without values.</summary>
    public static double Spread(Span<double> deviations) => NormalConsistency * Median(KnownSizes(deviations));

    /// <summary>The known magnitudes of the deviations, sorted.</summary>
    public static double[] Sizes(double[] deviations)
    {
        double[] sizes = [.. KnownSizes([.. deviations])];
        Array.Sort(sizes);
        return sizes;
    }

    /// <summary>The spread without one deviation: a row is sorted once for all its cells.</summary>
    /// <param name="sizes">From <see cref="Sizes"/>.</param>
    /// <param name="deviation">The one to omit; NaN to omit none.</param>
    public static double SpreadWithout(double[] sizes, double deviation)
    {
        var (length, size) = double.IsNaN(deviation) ? (sizes.Length, double.PositiveInfinity) : (sizes.Length - 1, Math.Abs(deviation));
        return length == 0 ? double.NaN : NormalConsistency * (At(length / 2) + At((length - 1) / 2)) / 2;

        double At(int index) => sizes[index] < size ? sizes[index] : sizes[index + 1];
    }

    private static Span<double> KnownSizes(Span<double> deviations)
    {
        var known = 0;
        foreach (var deviation in deviations)
        {
            if (!double.IsNaN(deviation)) deviations[known++] = Math.Abs(deviation);
        }

        return deviations[..known];
    }

    /// <summary>Moves the value of a rank to its index with no larger value before it: Hoare, "Algorithm 65: FIND", CACM 4, 1961.</summary>
    private static void Partition(Span<double> values, int rank)
    {
        var (first, last) = (0, values.Length - 1);
        while (first < last)
        {
            var (left, right, pivot) = (first, last, values[rank]);
            while (left <= right)
            {
                while (values[left] < pivot) left++;
                while (pivot < values[right]) right--;
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (right < rank) first = left;
            if (rank < left) last = right;
        }
    }
}
