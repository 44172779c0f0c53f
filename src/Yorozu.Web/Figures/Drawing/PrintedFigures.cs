namespace Yorozu.Web.Figures.Drawing;

/// <summary>The figures that are printed in a plot: the newest, free of lines and bars; of years those of the same months and of the whole.</summary>
internal sealed class PrintedFigures(Canvas canvas, Plot plot)
{
    private const double Height = 16;
    private static readonly TextStyle Style = new(13, IsBold: true, Anchor: "middle", HasGround: true);
    private readonly List<Box> _bars = [.. plot.Data.Drawn.Where(s => s.IsBar).SelectMany(s => s.Values.Select((v, i) => (v, i))
        .Where(p => p.v is not null).Select(p => plot.Bar(s, p.i)))];

    public void Draw()
    {
        if (plot.Data.Find(SeriesKind.Same) is { } same) Years(same);
        if (plot.Data.Drawn.FirstOrDefault(s => s.Kind is SeriesKind.Bar or SeriesKind.Main) is not { } series) return;
        Print(series, series.Last);
        // Without a year before, the title speaks of the greatest month.
        if (plot.Data.IsChange || plot.Data.Drawn.Any(s => s.Kind is SeriesKind.Before or SeriesKind.Main)) return;
        var peak = series.Values.ToList().IndexOf(series.Values.Max());
        if (peak != series.Last) Print(series, peak);
    }

    // Above its bar or point, else below a point, else to the right, else as far up as needed and led back to it.
    private void Print(ChartSeries series, int at)
    {
        var isBar = series.IsBar;
        var text = string.Join("  ", new[] { isBar ? "" : series.Label, series.Texts[at] }.Where(t => t.Length > 0));
        var half = (Lettering.Width(text, Style.Size, true) / 2) + 3;
        var (x, y) = plot.Point(series, at);
        var bar = isBar ? plot.Bar(series, at) : new Box(x, y, x, y);
        // Right of the plot stand the names of lines: the figure of a bar stays out of there.
        var edge = isBar ? plot.Area.Right : canvas.Width - 24;
        var inside = Math.Min(Math.Max(x, plot.Area.Left + half), edge - half);
        var above = isBar ? bar.Top - 12 : y - 16;
        List<(double X, double Y)> places = [(inside, above), .. isBar ? [] : new[] { (inside, y + 18) }, (bar.Right + half + 8, isBar ? y + 8 : y)];
        var place = places.Cast<(double X, double Y)?>().FirstOrDefault(p => IsFree(p!.Value)) ?? places[0];
        while (place.Y > plot.Area.Top - 20 && !IsFree(place)) place = (inside, place.Y - 2);
        if (place.X == inside && place.Y < above - Height) canvas.Line(x, place.Y + 10, x, y - 4, Palette.Ink);
        canvas.Text(text, place.X, place.Y, Style);

        bool IsFree((double X, double Y) p)
        {
            var box = new Box(p.X - half, p.Y - (0.6 * Height), p.X + half, p.Y + (0.6 * Height));
            return p.X + half <= edge && p.Y < plot.Area.Bottom - 6 && canvas.IsFree(box) && !_bars.Exists(box.Overlaps) && !IsCrossed(box);
        }
    }

    private bool IsCrossed(Box box)
    {
        foreach (var series in plot.Data.Drawn.Where(s => !s.IsBar && s.Kind is not (SeriesKind.Low or SeriesKind.High)))
        {
            var reach = series.Kind == SeriesKind.Revision ? SeriesMarks.Reach : 6;
            for (var i = 0; i < series.Values.Count; i++)
            {
                if (series.Values[i] is null) continue;
                var point = plot.Point(series, i);
                if (box.Overlaps(new Box(point.X - reach, point.Y - 4, point.X + reach, point.Y + 4))) return true;
                var isJoined = i > 0 && series.Values[i - 1] is not null && SeriesMarks.HasLine(series, plot.Data);
                if (isJoined && box.IsCrossedBy(plot.Point(series, i - 1), point)) return true;
            }
        }

        return false;
    }

    // Of the same months in the bar, of the whole year above it; where they have no room, of the latest only.
    private void Years(ChartSeries same)
    {
        var (rest, total) = (plot.Data.Find(SeriesKind.Rest), plot.Data.Series.FirstOrDefault(s => s.Kind == SeriesKind.Total));
        var isTight = same.Texts.Concat(total?.Texts ?? []).Any(t => Lettering.Width(t, Style.Size, true) > plot.Step - 6);
        for (var i = 0; i < same.Values.Count; i++)
        {
            var isLast = i == same.Last;
            if (same.Values[i] is null || (isTight && !isLast)) continue;
            var bar = plot.Bar(same, i);
            var isInside = rest is not null && bar.Height > 2 * Height && Lettering.Width(same.Texts[i], Style.Size, true) < bar.Width - 4;
            var ink = isLast ? Palette.Ground : Palette.BarInk;
            if (isInside) canvas.Text(same.Texts[i], bar.Middle, bar.Top + 14, Style with { HasGround = false, Ink = ink });
            else if (rest is null || isLast) canvas.Text(same.Texts[i], bar.Middle, bar.Top - 12, Style);
            if (rest?.Values[i] is not null && !isLast) canvas.Text(total!.Texts[i], bar.Middle, plot.Bar(rest, i).Top - 12, Style with { IsBold = false });
        }
    }
}
