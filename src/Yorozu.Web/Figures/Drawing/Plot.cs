namespace Yorozu.Web.Figures.Drawing;

/// <summary>Where the values of a chart stand.</summary>
/// <param name="Area">What lies between the axes.</param>
internal sealed record Plot(Box Area, SeriesData Data, ValueAxis Axis)
{
    // Bars leave more than a quarter of their room free.
    private const double ShareOfBar = 0.72;
    private const double MaxBarWidth = 44;
    private const double MaxYearWidth = 120;

    /// <summary>The heights by which the axis is chosen: stacked parts by their sum.</summary>
    public static IReadOnlyCollection<double> HeightsOf(SeriesData data)
    {
        var stacked = data.Drawn.Where(IsStacked).ToList();
        return
        [
            .. data.Drawn.Where(s => !IsStacked(s)).SelectMany(s => s.Values.OfType<double>()),
            .. stacked.Count == 0 ? [] : Enumerable.Range(0, data.Labels.Count).Select(i => stacked.Sum(s => s.Values[i] ?? 0)),
        ];
    }

    /// <summary>The room of one month or year.</summary>
    public double Step => Area.Width / Math.Max(1, HasBands ? Data.Labels.Count : Data.Labels.Count - 1);

    public double X(int i) => Area.Left + ((HasBands ? i + 0.5 : i) * Step);

    public double Y(double value) => Axis.At(value, Area);

    public (double X, double Y) Point(ChartSeries series, int i) => (X(i), Y(series.Values[i]!.Value));

    public IEnumerable<(double X, double Y)> Points(ChartSeries series, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(i => Point(series, i));

    /// <summary>The bar of a value, on those below it where they stand on each other.</summary>
    public Box Bar(ChartSeries series, int i)
    {
        var below = IsStacked(series) ? Data.Drawn.TakeWhile(s => s != series).Where(IsStacked).Sum(s => s.Values[i] ?? 0) : 0;
        var (foot, head) = (Y(below), Y(below + series.Values[i]!.Value));
        var half = Math.Min(Step * ShareOfBar, series.Kind is SeriesKind.Same or SeriesKind.Rest ? MaxYearWidth : MaxBarWidth) / 2;
        return new Box(X(i) - half, Math.Min(foot, head), X(i) + half, Math.Max(foot, head));
    }

    private static bool IsStacked(ChartSeries series) => series.Kind is SeriesKind.Stack or SeriesKind.Same or SeriesKind.Rest;

    // Lines alone begin and end at the edges; a single value stands in the middle.
    private bool HasBands => Data.Labels.Count == 1 || Data.Drawn.Any(s => s.IsBar);
}
