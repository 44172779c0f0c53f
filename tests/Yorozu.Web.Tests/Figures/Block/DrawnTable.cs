using System.Globalization;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Yorozu.Web.Tests.Figures.Block;

/// <summary>Holds the marks of a drawing against the figures of the table on the page.</summary>
internal static class DrawnTable
{
    private static readonly string[] Bars = ["bar", "same", "rest", "stack"];

    public static async Task<Drawing> GetAsync(WebApp app, string address, string id)
    {
        var separator = address.Contains('?') ? '&' : '?';
        await using var stream = await app.Client.GetStreamAsync(new Uri($"{address}{separator}svg={id}", UriKind.Relative));
        return Drawing.Parse(stream);
    }

    public static async Task CompareAsync(WebApp app, string address, string id)
    {
        var table = (IHtmlTableElement)(await app.GetPageAsync(address)).QuerySelector($"#{id} table[data-chart=trend]")!;
        var drawing = await GetAsync(app, address, id);

        drawing.Faults().Should().BeEmpty();
        var columns = table.Head!.Rows[0].Cells.Skip(1).Select((head, i) => new Column(
            head.TextContent, head.GetAttribute("data-kind")!, [.. table.Bodies[0].Rows.Select(r => Value(r.Cells[i + 1]))])).ToList();
        columns.RemoveAll(c => c.Kind is "none" or "total" || c.Values.TrueForAll(v => v is null));
        columns.Should().NotBeEmpty();
        foreach (var column in columns) Compare(drawing, column, columns);
    }

    private static void Compare(Drawing drawing, Column column, List<Column> all)
    {
        var present = column.Values.OfType<double>().ToList();
        if (column.Kind == "low") return;
        var group = drawing.Group(column.Name);
        if (column.Kind == "high")
        {
            var low = all.Single(c => c.Kind == "low").Values.OfType<double>();
            var band = Drawing.Points(Drawing.Marks(group, "polygon").Single()).Select(p => p.Y).ToList();
            Same(band.Take(present.Count), present);
            Same(band.Skip(present.Count).Reverse(), low);
        }
        else if (Bars.Contains(column.Kind))
        {
            var rects = Drawing.Marks(group, "rect").ToList();
            rects.Should().HaveCount(present.Count, "of {0}", column.Name);
            rects.Select(Height).Zip(present.Select(v => Math.Abs(v) / drawing.Pixel)).Should().OnlyContain(b => Math.Abs(b.First - b.Second) < 1, column.Name);
        }
        else if (column.Kind == "revision")
        {
            Same([Drawing.Number(Drawing.Marks(group, "line").Single(), "y1")], present);
        }
        else
        {
            var runs = column.Runs().ToList();
            var lines = Drawing.Marks(group, "polyline").Select(Drawing.Points).ToList();
            // Of few counts there are only dots.
            if (lines.Count > 0 || runs.TrueForAll(r => r.Count == 1))
            {
                lines.Select(l => l.Count).Should().Equal(runs.Where(r => r.Count > 1).Select(r => r.Count), "of {0}", column.Name);
                Same(lines.SelectMany(l => l.Select(p => p.Y)), runs.Where(r => r.Count > 1).SelectMany(r => r));
                Drawing.Marks(group, "circle", "polygon", "line").Count().Should().BeGreaterThanOrEqualTo(runs.Count(r => r.Count == 1));
            }
            else
            {
                Same(Drawing.Marks(group, "circle").Select(c => Drawing.Number(c, "cy")), present);
            }
        }

        void Same(IEnumerable<double> heights, IEnumerable<double> values)
        {
            var (drawn, given) = (heights.Select(drawing.ValueAt).ToList(), values.ToList());
            drawn.Should().HaveCount(given.Count, "of {0}", column.Name);
            drawn.Zip(given).Should().OnlyContain(p => Math.Abs(p.First - p.Second) < drawing.Pixel, column.Name);
        }
    }

    // The edge of a hollow bar is drawn on both sides of its outline.
    private static double Height(XElement rect) =>
        Drawing.Number(rect, "height") + (rect.Attribute("stroke") is null ? 0 : Drawing.Number(rect, "stroke-width"));

    public static double? Value(IElement cell) =>
        cell.GetAttribute("data-value") is { Length: > 0 } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    private sealed record Column(string Name, string Kind, List<double?> Values)
    {
        public IEnumerable<List<double>> Runs()
        {
            var run = new List<double>();
            foreach (var value in Values.Append(null))
            {
                if (value is { } present)
                {
                    run.Add(present);
                }
                else if (run.Count > 0)
                {
                    yield return run;
                    run = [];
                }
            }
        }
    }
}
