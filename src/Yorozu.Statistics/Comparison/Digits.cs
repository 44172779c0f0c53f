namespace Yorozu.Statistics.Comparison;

/// <summary>How many decimals figures need so that they can be told apart.</summary>
public static class Digits
{
    private const int Significant = 3;

    /// <summary>One to three decimals: as many as give the middle figure three significant digits.</summary>
    /// <param name="figures">Figures that are printed together; null where there is none.</param>
    public static int Of(IEnumerable<double?> figures) => Average.Median(figures.Where(f => f is not 0)) is { } middle
        ? Math.Clamp(Significant - 1 - (int)Math.Floor(Math.Log10(middle)), 1, Significant)
        : 1;
}
