namespace Yorozu.Statistics.Comparison;

/// <summary>The ratio of two figures. Null when it is undefined.</summary>
public static class Ratio
{
    /// <summary>The share of a part in a whole: 0.064 for 6.4 %.</summary>
    /// <returns>Null when either is not published, or the whole is zero.</returns>
    public static double? Share(long? part, long? whole) => whole is > 0 ? (double?)part / whole : null;

    /// <summary>A change relative to an earlier figure (前年同月比, 前月比): 0.032 for +3.2 %, −1 for a fall to zero.</summary>
    /// <returns>Null when either is not published, or the earlier figure is zero.</returns>
    public static double? Change(long? now, long? before) => Share(now, before) - 1;

    /// <summary>An index with a base figure as 100 (指数).</summary>
    /// <returns>Null when either is not published, or the base is zero.</returns>
    public static double? Index(long? value, long? @base) => 100 * Share(value, @base);
}
