namespace Yorozu.Web.Figures.Drawing;

/// <summary>Names each line and the band right of the plot, at the height of its last point, so that no legend has to be looked up.</summary>
internal sealed class LineNames(Canvas canvas, Plot plot)
{
    private const double Height = 17;
    private const double Gap = 10;

    // Half a month stands beyond the end of a line.
    private const double MinRoom = 24;

    // The lines of areas have a stroke in their colour before the name.
    private const double GapOfMark = 14;
    private const double Mark = 16;
    private static readonly TextStyle Style = new(13);

    /// <summary>How much room right of the plot the names take.</summary>
    public static double Room(SeriesData data) =>
        data.Drawn.Where(IsNamed).Select(s => Offset(s) + Lettering.Width(s.Label, Style.Size, isBold: true)).Append(MinRoom).Max();

    public void Draw()
    {
        List<(ChartSeries Series, double Y)> names = [.. plot.Data.Drawn.Where(IsNamed).Select(s => (s, HeightOf(s))).OrderBy(n => n.Item2)];
        // Names that would touch are moved apart, none below the axis.
        for (var i = 1; i < names.Count; i++) names[i] = names[i] with { Y = Math.Max(names[i].Y, names[i - 1].Y + Height) };
        var lowest = plot.Area.Bottom;
        for (var i = names.Count - 1; i >= 0; i--, lowest -= Height) names[i] = names[i] with { Y = Math.Min(names[i].Y, lowest) };
        foreach (var (series, y) in names)
        {
            var (x, isLine) = (plot.Area.Right, series.Kind == SeriesKind.Line);
            if (isLine) canvas.Line(x + GapOfMark, y, x + GapOfMark + Mark, y, Palette.Series(series.Color), 3, SeriesMarks.DashesOf(series));
            canvas.Text(series.Label, x + Offset(series), y, Style with
            {
                Ink = isLine || series.Kind == SeriesKind.Before ? Palette.Ink : Palette.Ink2,
                IsBold = series.Kind == SeriesKind.Before,
            });
        }
    }

    private static double Offset(ChartSeries series) => series.Kind == SeriesKind.Line ? GapOfMark + Mark + 6 : Gap;

    private static bool IsNamed(ChartSeries series) =>
        series.Label.Length > 0 && !series.IsBar && series.Kind is not (SeriesKind.Main or SeriesKind.Low or SeriesKind.Revision);

    // The band is named at its middle.
    private double HeightOf(ChartSeries series)
    {
        var last = series.Last;
        var y = plot.Y(series.Values[last]!.Value);
        return series.Kind == SeriesKind.High ? (y + plot.Y(plot.Data.Find(SeriesKind.Low)!.Values[last]!.Value)) / 2 : y;
    }
}
