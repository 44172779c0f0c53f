namespace Yorozu.Web.Figures.Drawing;

/// <summary>A chart of months or years, drawn as the browser draws it: one axis, this year in colour, earlier ones quiet, names outside the plot.</summary>
public static class SeriesChart
{
    // As in the page on a wide screen.
    private const double Height = 384;

    // The unit and a figure above the highest bar.
    private const double Head = 44;
    private const double Foot = 32;
    private const double Row = 24;
    private const double Swatch = 16;
    private static readonly TextStyle OfAxis = new(14, Palette.Ink2, Anchor: "end");
    private static readonly TextStyle OfLegend = new(14, Palette.Ink2);

    /// <returns>The foot of the chart.</returns>
    public static double Draw(Canvas canvas, SeriesData data, Box room)
    {
        var axis = data.IsRank ? ValueAxis.OfRanks : ValueAxis.Of(Plot.HeightsOf(data), data.HasFractions);
        var greatest = data.Drawn.SelectMany(s => s.Values).Max() ?? 0;
        var ticks = axis.Ticks.Select(t => (Value: t, Text: data.IsRank ? $"{t:0}" : ValueAxis.Text(t, greatest, data.Unit, data.IsChange))).ToList();
        var left = room.Left + ticks.Max(t => Lettering.Width(t.Text, OfAxis.Size)) + 10;
        var area = new Box(left, room.Top + Head, room.Right - LineNames.Room(data), room.Top + Height - Foot);
        var plot = new Plot(area, data, axis);
        canvas.Text(data.Unit, room.Left, room.Top + 12, OfAxis with { Anchor = "start", Size = 13 });
        foreach (var (value, text) in ticks) canvas.Text(text, left - 8, plot.Y(value), OfAxis);
        new TimeAxis(canvas, plot).Draw();
        foreach (var (value, _) in ticks)
        {
            canvas.Line(area.Left, plot.Y(value), area.Right, plot.Y(value), value == 0 && axis.Bottom < 0 ? Palette.LineStrong : Palette.Line);
        }

        var marks = new SeriesMarks(canvas, plot);
        foreach (var series in data.Drawn.Where(s => s.Kind != SeriesKind.Low).OrderBy(s => SeriesMarks.Order(s, data)))
        {
            canvas.Group("g", series.Name, () => marks.Draw(series));
        }

        new LineNames(canvas, plot).Draw();
        new PrintedFigures(canvas, plot).Draw();
        return Legend(canvas, data, room);
    }

    // Parts stand on each other, so that none has an end of its own to be named at.
    private static double Legend(Canvas canvas, SeriesData data, Box room)
    {
        var parts = data.Drawn.Where(s => s.Kind == SeriesKind.Stack).ToList();
        var (x, y) = (room.Left, room.Top + Height);
        foreach (var part in parts)
        {
            var length = Swatch + 8 + Lettering.Width(part.Label, OfLegend.Size);
            if (x > room.Left && x + length > room.Right) (x, y) = (room.Left, y + Row);
            canvas.Add(
                "rect",
                ("x", x + 1),
                ("y", y + 6),
                ("width", Swatch - 2),
                ("height", 10),
                ("fill", part == parts[0] ? Palette.Series(part.Color) : Palette.Ground),
                ("stroke", Palette.Series(part.Color)),
                ("stroke-width", 2));
            canvas.Text(part.Label, x + Swatch + 8, y + 11, OfLegend);
            x += length + 24;
        }

        return parts.Count > 0 ? y + Row : y;
    }
}
