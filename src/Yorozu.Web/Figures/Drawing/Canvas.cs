using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Yorozu.Web.Figures.Drawing;

/// <summary>How a text is set.</summary>
/// <param name="Anchor"><c>start</c>, <c>middle</c> or <c>end</c>: which part of it stands at the given place.</param>
/// <param name="HasGround">True for a text on top of marks: it hides what is behind it.</param>
public sealed record TextStyle(double Size, string Ink = Palette.Ink, bool IsBold = false, string Anchor = "start", bool HasGround = false);

/// <summary>
/// What is drawn, in order, as SVG that stands alone: presentation attributes only, no style sheet, script or font. Remembers its texts, so that none
/// has to cover another.
/// </summary>
public sealed class Canvas(double width)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly List<Box> _texts = [];
    private XElement _parent = new(Svg + "g");

    public double Width => width;

    /// <summary>Adds an element; attributes without a value are left out.</summary>
    public void Add(string name, params ReadOnlySpan<(string Name, object? Value)> attributes) => _parent.Add(Element(name, attributes));

    /// <summary>Adds an element that says what it is where one points at it.</summary>
    public void AddNamed(string title, string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var element = Element(name, attributes);
        element.Add(new XElement(Svg + "title", Plain(title)));
        _parent.Add(element);
    }

    /// <summary>What is drawn meanwhile belongs together and has a name.</summary>
    public void Group(string name, string title, Action draw, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var (parent, group) = (_parent, Element(name, attributes));
        if (title.Length > 0) group.Add(new XElement(Svg + "title", Plain(title)));
        parent.Add(group);
        _parent = group;
        draw();
        _parent = parent;
    }

    public void Rect(Box box, string fill) => Add("rect", ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("fill", fill));

    public void Line(double x1, double y1, double x2, double y2, string stroke, double strokeWidth = 1, string? dashes = null) => Add(
        "line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", strokeWidth), ("stroke-dasharray", dashes));

    /// <summary>A line through points.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> points, string stroke, double strokeWidth, string? dashes = null) => Add(
        "polyline",
        ("points", Points(points)),
        ("fill", "none"),
        ("stroke", stroke),
        ("stroke-width", strokeWidth),
        ("stroke-linejoin", "round"),
        ("stroke-dasharray", dashes));

    /// <summary>A filled shape with these corners.</summary>
    public void Polygon(IEnumerable<(double X, double Y)> points, string fill, string? edge = null) =>
        Add("polygon", ("points", Points(points)), ("fill", fill), ("stroke", edge), ("stroke-width", edge is null ? null : 2));

    /// <summary>Writes a text, its middle at this height.</summary>
    public void Text(string text, double x, double y, TextStyle style)
    {
        var box = BoxOf(text, x, y, style);
        _texts.Add(box);
        if (style.HasGround) Rect(box with { Left = box.Left - 2, Right = box.Right + 2 }, Palette.Ground);
        var element = Element(
            "text",
            ("x", x),
            ("y", y + (0.36 * style.Size)),
            ("font-size", style.Size),
            ("font-weight", style.IsBold ? 700 : null),
            ("fill", style.Ink),
            ("text-anchor", style.Anchor == "start" ? null : style.Anchor));
        element.Add(Plain(text));
        _parent.Add(element);
    }

    /// <summary>The room a text would take.</summary>
    public static Box BoxOf(string text, double x, double y, TextStyle style)
    {
        var length = Lettering.Width(text, style.Size, style.IsBold);
        var left = style.Anchor switch { "start" => x, "middle" => x - (length / 2), _ => x - length };
        return new Box(left, y - (0.6 * style.Size), left + length, y + (0.6 * style.Size));
    }

    /// <summary>True where no text stands yet.</summary>
    public bool IsFree(Box box) => !_texts.Exists(box.Overlaps);

    /// <summary>The drawing on white ground, with what it is for those who do not see it.</summary>
    public byte[] ToSvg(double height, string title, string description)
    {
        var root = Element(
            "svg",
            ("width", Width),
            ("height", height),
            ("viewBox", $"0 0 {Number(Width)} {Number(height)}"),
            ("role", "img"),
            ("font-family", Palette.Sans));
        root.Add(
            new XAttribute(XNamespace.Xml + "lang", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
            new XElement(Svg + "title", Plain(title)),
            new XElement(Svg + "desc", Plain(description)),
            Element("rect", ("width", Width), ("height", height), ("fill", Palette.Ground)),
            _parent.Nodes());
        var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) root.WriteTo(writer);
        return stream.ToArray();
    }

    private static XElement Element(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var element = new XElement(Svg + name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null) element.SetAttributeValue(attribute, value is double number ? Number(number) : value);
        }

        return element;
    }

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"));

    // A tenth of a pixel is as fine as anybody sees.
    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    // XML has no control characters.
    private static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? Rune.ReplacementChar : r));
}
