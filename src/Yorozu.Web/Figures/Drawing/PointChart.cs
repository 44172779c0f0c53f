namespace Yorozu.Web.Figures.Drawing;

/// <summary>What a chart of points draws.</summary>
/// <param name="AcrossName">What is drawn across, with its unit.</param>
/// <param name="MedianAcross">Where a line divides the points into halves; null for none.</param>
public sealed record PointData(string AcrossName, string UpName, IReadOnlyList<ChartPoint> Points, double? MedianAcross, double? MedianUp, bool IsLog);

/// <summary>A point with two values.</summary>
public sealed record ChartPoint(string Name, double Across, double Up, bool IsHighlighted);

/// <summary>Two values against each other: every point named where there is room, medians as lines, no trend line.</summary>
public static class PointChart
{
    private const double Height = 560;
    private const int MaxSpaces = 10;
    private const double Head = 32;
    private const double Foot = 56;
    private static readonly TextStyle Style = new(14, Palette.Ink2);

    /// <returns>The foot of the chart.</returns>
    public static double Draw(Canvas canvas, PointData data, Box room)
    {
        var (across, up) = (AxisOf(data.Points.Select(p => p.Across), data.IsLog), AxisOf(data.Points.Select(p => p.Up), data.IsLog));
        var labels = up.Ticks.Select(t => (Value: t, Text: ValueAxis.Text(t, up.Ticks[^1], "", false))).ToList();
        var left = room.Left + labels.Max(l => Lettering.Width(l.Text, Style.Size)) + 10;
        var area = new Box(left, room.Top + Head, room.Right - 48, room.Top + Height - Foot);
        canvas.Text(data.UpName, room.Left, room.Top + 8, Style);
        canvas.Text(data.AcrossName, area.Middle, room.Top + Height - 10, Style with { Anchor = "middle" });
        foreach (var (value, text) in labels)
        {
            canvas.Text(text, left - 8, up.At(value, area), Style with { Anchor = "end" });
            canvas.Line(area.Left, up.At(value, area), area.Right, up.At(value, area), Palette.Line);
        }

        foreach (var value in across.Ticks)
        {
            var x = X(value);
            canvas.Text(ValueAxis.Text(value, across.Ticks[^1], "", false), x, area.Bottom + 18, Style with { Anchor = "middle" });
            canvas.Line(x, area.Top, x, area.Bottom, Palette.Line);
        }

        if (data.MedianAcross is { } middle) canvas.Line(X(middle), area.Top, X(middle), area.Bottom, Palette.LineStrong, 1, "4 4");
        if (data.MedianUp is { } height) canvas.Line(area.Left, up.At(height, area), area.Right, up.At(height, area), Palette.LineStrong, 1, "4 4");
        List<(ChartPoint Point, double X, double Y)> places = [.. data.Points.Select(p => (p, X(p.Across), up.At(p.Up, area)))];
        new PointNames(canvas, area, places).Draw();
        foreach (var (point, x, y) in places.OrderBy(p => p.Point.IsHighlighted)) Mark(canvas, point, x, y);
        return room.Top + Height;

        double X(double value) => area.Left + (across.Share(value) * area.Width);
    }

    private static ValueAxis AxisOf(IEnumerable<double> values, bool isLog)
    {
        var all = values.ToList();
        return isLog ? ValueAxis.OfPowers(all) : ValueAxis.Of(all, all.Exists(v => v != Math.Floor(v)), MaxSpaces);
    }

    private static void Mark(Canvas canvas, ChartPoint point, double x, double y)
    {
        if (point.IsHighlighted)
        {
            canvas.Polygon([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)], Palette.Series(1), Palette.Ground);
        }
        else
        {
            canvas.Add("circle", ("cx", x), ("cy", y), ("r", 4.0), ("fill", Palette.Bar), ("stroke", Palette.Ground));
        }
    }
}
