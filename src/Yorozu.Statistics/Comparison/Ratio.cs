using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Comparison;

/// <summary>The ratio of two figures. Null when it is undefined.</summary>
public static class Ratio
{
    private const int SignificantDigits = 6;

    /// <summary>A quotient as this site publishes it: scaled and rounded to six significant digits, halves away from zero.</summary>
    /// <param name="numerator">A count.</param>
    /// <param name="denominator">A count.</param>
    /// <param name="scale">100 for percent, 100,000 for a figure per 100,000 inhabitants.</param>
    /// <returns>Null when either is not published, or the denominator is zero.</returns>
    public static double? Of(double? numerator, double? denominator, int scale = 1) =>
        numerator is { } part && denominator is > 0 and { } whole ? (double)Rounded((decimal)part * scale / (decimal)whole) : null;

    /// <summary>The share of a part in a whole: 0.064 for 6.4 %.</summary>
    /// <returns>Null when either is not published, or the whole is zero.</returns>
    public static double? Share(double? part, double? whole) => whole is > 0 ? part / whole : null;

    /// <summary>A change relative to an earlier figure (前年同月比, 前月比): 0.032 for +3.2 %, −1 for a fall to zero.</summary>
    /// <returns>Null when either is not published, or the earlier figure is zero.</returns>
    public static double? Change(double? now, double? before) => Share(now, before) - 1;

    /// <summary>The change of a metric: relative, of a percentage in points (0.012 for +1.2 points).</summary>
    /// <returns>Null when either is not published, or relative to zero.</returns>
    public static double? Change(double? now, double? before, Metric metric) => metric.IsPercentage ? (now - before) / 100 : Change(now, before);

    /// <summary>An index with a base figure as 100 (指数).</summary>
    /// <returns>Null when either is not published, or the base is zero.</returns>
    public static double? Index(double? value, double? @base) => 100 * Share(value, @base);

    // Decimal: binary fractions would round some halves down.
    private static decimal Rounded(decimal quotient)
    {
        if (quotient == 0) return 0;
        var (decimals, unit) = (SignificantDigits - 1, 1m);
        for (var rest = quotient; rest < 1; rest *= 10) decimals++;
        for (var limit = 10m; quotient >= limit; limit *= 10) decimals--;
        if (decimals >= 0) return Math.Round(quotient, Math.Min(decimals, 28), MidpointRounding.AwayFromZero);
        for (; decimals < 0; decimals++) unit *= 10;
        return Math.Round(quotient / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
