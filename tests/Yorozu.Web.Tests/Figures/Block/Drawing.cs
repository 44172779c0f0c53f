using System.Globalization;
using System.Xml.Linq;

namespace Yorozu.Web.Tests.Figures.Block;

/// <summary>A text of a drawing and where it stands, by widths that texts have at least.</summary>
internal sealed record DrawnText(string Text, double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(DrawnText other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>An SVG of the server, read as somebody reads the picture: values by the scale that is written beside it.</summary>
internal sealed class Drawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Elements =
        ["svg", "title", "desc", "g", "rect", "line", "polyline", "polygon", "circle", "path", "text", "defs", "pattern"];

    private readonly XElement _root;

    private Drawing(XElement root) => _root = root;

    public static Drawing Parse(Stream stream) => new(XDocument.Load(stream).Root!);

    public string Title => _root.Element(Svg + "title")!.Value;

    public string Description => _root.Element(Svg + "desc")!.Value;

    public IReadOnlyList<DrawnText> Texts => [.. _root.Descendants(Svg + "text").Select(Read)];

    public string Words => string.Concat(Texts.Select(t => t.Text));

    public double Width => Number(_root, "width");

    public double Height => Number(_root, "height");

    /// <summary>The named groups: their texts, the colours of their rectangles and the points of their lines.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<string> Texts, IReadOnlyList<string> Fills, IReadOnlyList<string> Points)> Groups =>
    [
        .. _root.Elements(Svg + "g").Where(g => g.Element(Svg + "title") is not null).Select(g => (
            g.Element(Svg + "title")!.Value,
            (IReadOnlyList<string>)[.. g.Elements(Svg + "text").Select(t => t.Value)],
            (IReadOnlyList<string>)[.. g.Elements(Svg + "rect").Select(r => (string)r.Attribute("fill")!)],
            (IReadOnlyList<string>)[.. g.Elements(Svg + "polyline").Select(p => (string)p.Attribute("points")!)])),
    ];

    public XElement Group(string title) => _root.Elements(Svg + "g").Single(g => g.Element(Svg + "title")!.Value == title);

    /// <summary>The marks of a kind in a group that are seen: without the white edge behind a line.</summary>
    public static IEnumerable<XElement> Marks(XElement group, params string[] names) =>
        group.Elements().Where(e => names.Contains(e.Name.LocalName) && ((string?)e.Attribute("stroke") != "#ffffff" || e.Name.LocalName == "circle"));

    public static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    public static IReadOnlyList<(double X, double Y)> Points(XElement element) => [.. element.Attribute("points")!.Value.Split(' ').Select(p => p.Split(','))
        .Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1], CultureInfo.InvariantCulture)))];

    /// <summary>The value at a height, by the first and the last figure of the axis.</summary>
    public double ValueAt(double y)
    {
        var ticks = Ticks();
        var (bottom, top) = (ticks[0], ticks[^1]);
        return bottom.Value + ((bottom.Y - y) / (bottom.Y - top.Y) * (top.Value - bottom.Value));
    }

    /// <summary>The value at a place across, where that axis has figures too.</summary>
    public double ValueAcross(double x)
    {
        var ticks = _root.Elements(Svg + "text").Where(t => (string?)t.Attribute("text-anchor") == "middle")
            .Where(t => t.Value.All(c => char.IsAsciiDigit(c) || c is ',' or '.')).ToList();
        var (left, right) = ((Value: Parse(ticks[0].Value), X: Number(ticks[0], "x")), (Value: Parse(ticks[^1].Value), X: Number(ticks[^1], "x")));
        return left.Value + ((x - left.X) / (right.X - left.X) * (right.Value - left.Value));
    }

    /// <summary>The places of the points of a scatter: round ones, and those that are highlighted.</summary>
    public IEnumerable<(double X, double Y)> Dots() =>
    [
        .. _root.Elements(Svg + "circle").Select(c => (Number(c, "cx"), Number(c, "cy"))),
        .. _root.Elements(Svg + "polygon").Select(Points).Select(p => (p.Average(c => c.X), p.Average(c => c.Y))),
    ];

    /// <summary>How much one pixel is.</summary>
    public double Pixel => Math.Abs(ValueAt(1) - ValueAt(0));

    /// <summary>What is wrong with the drawing by itself.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var element in _root.DescendantsAndSelf().Where(e => e.Name.Namespace != Svg || !Elements.Contains(e.Name.LocalName)))
        {
            yield return $"has an element {element.Name}";
        }

        var attributes = _root.DescendantsAndSelf().Attributes();
        foreach (var attribute in attributes.Where(a => a.Name.LocalName is "style" or "class" or "href" || a.Value.Contains("NaN", StringComparison.Ordinal)))
        {
            yield return $"has {attribute}";
        }

        if ((string?)_root.Attribute("role") != "img" || Title.Length == 0 || Description.Length == 0) yield return "does not say what it is";
        var texts = Texts;
        foreach (var text in texts.Where(t => t.Left < 0 || t.Top < 0 || t.Right > Width || t.Bottom > Height)) yield return $"ends before {text}";
        foreach (var (i, text) in texts.Index())
        {
            foreach (var other in texts.Skip(i + 1).Where(text.Overlaps)) yield return $"has {text} on {other}";
        }

        foreach (var rect in _root.Descendants(Svg + "rect"))
        {
            if (Number(rect, "width") < 0 || Number(rect, "height") < 0) yield return $"has {rect}";
        }

        foreach (var (x, y) in _root.Descendants().Where(e => e.Attribute("points") is not null).SelectMany(Points))
        {
            if (x < 0 || x > Width || y < 0 || y > Height) yield return $"ends before the point {x}, {y}";
        }
    }

    private static DrawnText Read(XElement text)
    {
        var (x, y, size) = (Number(text, "x"), Number(text, "y"), Number(text, "font-size"));
        var width = text.Value.EnumerateRunes().Sum(r => r.Value >= 0x1100 ? 1 : 0.5) * size;
        var left = (string?)text.Attribute("text-anchor") switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        // Of a line, what letters without strokes up or down take.
        return new DrawnText(text.Value, left, y - (0.75 * size), left + width, y);
    }

    private static double Parse(string figure) =>
        double.Parse(figure.Replace("−", "-").Replace("%", "").Replace("万", ""), NumberStyles.Any, CultureInfo.InvariantCulture)
        * (figure.EndsWith('万') ? 10_000 : 1);

    private List<(double Value, double Y)> Ticks() =>
    [
        .. _root.Elements(Svg + "text").Where(t => (string?)t.Attribute("text-anchor") == "end").Select(t => (
            Parse(t.Value),
            Number(t, "y") - (0.36 * Number(t, "font-size")))),
    ];
}
