using System.Xml.Linq;

namespace Yorozu.Web.Figures.Map;

/// <summary>The outlines of the 47 prefectures, from the output of <c>make-map.sh</c>.</summary>
public static class PrefectureShapes
{
    /// <summary>The view box of the drawing.</summary>
    public const string ViewBox = "0 0 600 612";

    /// <summary>The line that divides the inset of 奄美 and 沖縄 from the rest.</summary>
    public const string InsetLine = "M0 306H150L262 225L330 150V84";

    private static readonly Dictionary<string, string> Outlines = Load();

    /// <summary>The path data (<c>d</c>) of a prefecture.</summary>
    public static string Outline(string code) => Outlines[code];

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(PrefectureShapes).Assembly.GetManifestResourceStream("Yorozu.Web.prefectures.svg")!;
        XNamespace svg = "http://www.w3.org/2000/svg";
        return XDocument.Load(stream).Descendants(svg + "path")
            .ToDictionary(path => path.Attribute("id")!.Value, path => path.Attribute("d")!.Value);
    }
}
