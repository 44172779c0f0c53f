namespace Yorozu.Web.Figures.Drawing;

/// <summary>Draws the marks of one series: bars, lines, dots, the band of older years.</summary>
internal sealed class SeriesMarks(Canvas canvas, Plot plot)
{
    /// <summary>Half the length of the mark of a limit.</summary>
    public const double Reach = 18;

    // A line of more months has no room for a point each.
    private const int MaxPoints = 24;

    // What comes after five colours is dashed.
    private static readonly string?[] Dashes = [null, "4 3", "1 3"];

    /// <summary>From the back to the front.</summary>
    public static int Order(ChartSeries series, SeriesData data) => series.Kind switch
    {
        SeriesKind.High => 0,
        _ when series.IsBar => 1,
        SeriesKind.Older => 2,
        SeriesKind.Other => 3,
        SeriesKind.Main when data.HasMean => 3,
        SeriesKind.Before => 4,
        SeriesKind.Main or SeriesKind.Mean or SeriesKind.Line => 5,
        SeriesKind.Revision => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(series), series.Kind, "Is not drawn."),
    };

    /// <summary>False for what is drawn as dots: of few counts all but what the others are compared with.</summary>
    public static bool HasLine(ChartSeries series, SeriesData data) =>
        series.Kind != SeriesKind.Revision && (!data.IsFew || series.Kind is SeriesKind.Other or SeriesKind.Line);

    public void Draw(ChartSeries series)
    {
        switch (series.Kind)
        {
            case SeriesKind.Bar or SeriesKind.Same:
                Bars(series, i => i == series.Last ? Palette.Bar : Palette.BarSoft);
                break;
            case SeriesKind.Rest:
                Bars(series, _ => Palette.BarPale);
                break;
            case SeriesKind.Stack:
                Parts(series);
                break;
            case SeriesKind.High:
                Band(series, plot.Data.Find(SeriesKind.Low)!);
                break;
            case SeriesKind.Revision:
                Limits(series);
                break;
            case SeriesKind.Older:
                Line(series, Palette.LineStrong, 1);
                Dots(series, Palette.LineStrong, i => plot.Data.IsFew ? 3 : series.IsAlone(i) ? 2 : 0);
                break;
            case SeriesKind.Before:
                Line(series, Palette.Ink, 2, hasEdge: true);
                Dots(series, Palette.Ink, i => plot.Data.IsFew ? 4 : series.IsAlone(i) ? 5 : 0);
                break;
            case SeriesKind.Other:
                Line(series, Palette.Ink2, 1.5, "5 4", hasEdge: true);
                Dots(series, Palette.Ink2, i => series.IsAlone(i) ? 5 : 0);
                break;
            case SeriesKind.Mean:
                Line(series, Palette.Bar, 3);
                Dots(series, Palette.Bar, i => series.IsAlone(i) ? 3 : 0);
                break;
            case SeriesKind.Main:
                Line(series, plot.Data.HasMean ? Palette.BarSoft : Palette.Bar, plot.Data.HasMean ? 1.5 : 2.5);
                Dots(series, plot.Data.HasMean ? Palette.BarSoft : Palette.Bar, i => i == series.Last ? 5 : plot.Data.IsFew || series.IsAlone(i) ? 3 : 0);
                break;
            case SeriesKind.Line:
                Line(series, Palette.Series(series.Color), 2.5, DashesOf(series));
                Shapes(series);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(series), series.Kind, "Is not drawn.");
        }
    }

    public static string? DashesOf(ChartSeries series) => Dashes[series.Color / 5 % Dashes.Length];

    private static IEnumerable<int> Present(ChartSeries series) => Enumerable.Range(0, series.Values.Count).Where(i => series.Values[i] is not null);

    private void Bars(ChartSeries series, Func<int, string> fill)
    {
        foreach (var i in Present(series)) canvas.Rect(plot.Bar(series, i), fill(i));
    }

    // The first part is full, the others hollow.
    private void Parts(ChartSeries series)
    {
        var isFirst = series == plot.Data.Find(SeriesKind.Stack);
        const double Half = 1.25;
        foreach (var i in Present(series))
        {
            var bar = plot.Bar(series, i);
            if (isFirst || bar.Height <= 2 * Half)
            {
                canvas.Rect(bar, Palette.Series(series.Color));
                continue;
            }

            canvas.Add(
                "rect",
                ("x", bar.Left + Half),
                ("y", bar.Top + Half),
                ("width", bar.Width - (2 * Half)),
                ("height", bar.Height - (2 * Half)),
                ("fill", Palette.Ground),
                ("stroke", Palette.Series(series.Color)),
                ("stroke-width", 2 * Half));
        }
    }

    private void Band(ChartSeries high, ChartSeries low)
    {
        foreach (var (first, last) in high.Runs())
        {
            canvas.Polygon([.. plot.Points(high, first, last), .. plot.Points(low, first, last).Reverse()], Palette.Band);
        }
    }

    private void Limits(ChartSeries series)
    {
        foreach (var (x, y) in Present(series).Select(i => plot.Point(series, i)))
        {
            canvas.Line(x - Reach - 1, y, x + Reach + 1, y, Palette.Ground, 6);
            canvas.Line(x - Reach, y, x + Reach, y, Palette.Ink, 3);
        }
    }

    // What runs over bars has an edge that keeps it apart from their colours.
    private void Line(ChartSeries series, string stroke, double width, string? dashes = null, bool hasEdge = false)
    {
        if (!HasLine(series, plot.Data)) return;
        foreach (var (first, last) in series.Runs().Where(r => r.Last > r.First))
        {
            if (hasEdge) canvas.Polyline(plot.Points(series, first, last), Palette.Ground, width + 3);
            canvas.Polyline(plot.Points(series, first, last), stroke, width, dashes);
        }
    }

    private void Dots(ChartSeries series, string fill, Func<int, double> radius)
    {
        foreach (var i in Present(series).Where(i => radius(i) > 0))
        {
            var (x, y) = plot.Point(series, i);
            canvas.Add("circle", ("cx", x), ("cy", y), ("r", radius(i)), ("fill", fill), ("stroke", Palette.Ground), ("stroke-width", 1.5));
        }
    }

    // Never colour alone: each of five colours has its own shape.
    private void Shapes(ChartSeries series)
    {
        var color = Palette.Series(series.Color);
        foreach (var i in Present(series).Where(i => series.Values.Count <= MaxPoints || series.IsAlone(i)))
        {
            var (x, y) = plot.Point(series, i);
            switch (series.Color % 5)
            {
                case 0:
                    canvas.Add("circle", ("cx", x), ("cy", y), ("r", 4.0), ("fill", color));
                    break;
                case 1:
                    canvas.Polygon([(x - 3.5, y - 3.5), (x + 3.5, y - 3.5), (x + 3.5, y + 3.5), (x - 3.5, y + 3.5)], color);
                    break;
                case 2:
                    canvas.Polygon([(x, y - 5), (x + 4.5, y + 3), (x - 4.5, y + 3)], color);
                    break;
                case 3:
                    canvas.Polygon([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)], color);
                    break;
                default:
                    canvas.Line(x - 4, y - 4, x + 4, y + 4, color, 2);
                    canvas.Line(x - 4, y + 4, x + 4, y - 4, color, 2);
                    break;
            }
        }
    }
}
