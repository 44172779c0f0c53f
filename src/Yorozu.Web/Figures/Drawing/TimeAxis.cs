namespace Yorozu.Web.Figures.Drawing;

/// <summary>What stands below a plot: months or years; under a continuous axis the fiscal years, every other one shaded.</summary>
internal sealed class TimeAxis(Canvas canvas, Plot plot)
{
    private static readonly TextStyle Style = new(14, Palette.Ink2, Anchor: "middle");
    private static readonly TextStyle OfYears = new(13, Palette.Ink2, Anchor: "middle");

    public void Draw()
    {
        if (plot.Data.IsLong) Years();
        else Names();
        canvas.Line(plot.Area.Left, plot.Area.Bottom, plot.Area.Right, plot.Area.Bottom, Palette.Line);
    }

    // The full name of each where all have room, else the short one of a year; some are left out where even those have none.
    private void Names()
    {
        var labels = plot.Data.Labels;
        bool Fit(IEnumerable<string> names) => names.All(n => Lettering.Width(n, Style.Size) <= plot.Step - 8);
        var isShort = labels.All(l => l.ShortYear.Length > 0) && !Fit(labels.Select(l => l.Name));
        List<string> names = [.. labels.Select(l => isShort ? l.ShortYear : l.Name)];
        var every = (int)Math.Ceiling((names.Max(n => Lettering.Width(n, Style.Size)) + 6) / plot.Step);
        for (var i = 0; i < names.Count; i += every) canvas.Text(names[i], plot.X(i), plot.Area.Bottom + 18, Style);
    }

    private void Years()
    {
        var labels = plot.Data.Labels;
        List<int> starts = [.. Enumerable.Range(0, labels.Count).Where(i => i == 0 || labels[i].Year != labels[i - 1].Year)];
        List<double> edges = [.. starts.Append(labels.Count).Select(i => Math.Clamp(plot.X(0) + ((i - 0.5) * plot.Step), plot.Area.Left, plot.Area.Right))];
        // The first and the last year may be short.
        var room = starts.Count > 2 ? edges.Zip(edges.Skip(1), (from, to) => to - from).Skip(1).SkipLast(1).Min() : plot.Area.Width / starts.Count;
        var longest = labels.Max(l => Lettering.Width(l.Year, OfYears.Size));
        var isShort = longest + 10 > room;
        var every = (int)Math.Ceiling(((isShort ? labels.Max(l => Lettering.Width(l.ShortYear, OfYears.Size)) : longest) + 8) / room);
        for (var i = 0; i < starts.Count; i++)
        {
            if (i % 2 == 0) canvas.Rect(new Box(edges[i], plot.Area.Top, edges[i + 1], plot.Area.Bottom), Palette.Ground2);
            if ((starts.Count - 1 - i) % every > 0) continue;
            var (name, x) = (isShort ? labels[starts[i]].ShortYear : labels[starts[i]].Year, (edges[i] + edges[i + 1]) / 2);
            var y = plot.Area.Bottom + 16;
            if (canvas.IsFree(Canvas.BoxOf(name, x, y, OfYears))) canvas.Text(name, x, y, OfYears);
        }
    }
}
