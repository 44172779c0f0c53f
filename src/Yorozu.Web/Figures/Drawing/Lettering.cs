using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Web.Figures.Drawing;

/// <summary>How wide a text is, about: the server has no fonts. Rather too wide than too narrow.</summary>
public static partial class Lettering
{
    private const double Bold = 1.05;

    /// <summary>The width of a text in pixels.</summary>
    public static double Width(string text, double size, bool isBold = false) => text.EnumerateRunes().Sum(Em) * size * (isBold ? Bold : 1);

    /// <summary>The lines of a paragraph: broken between its parts, and within a part only where that is longer than a line.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<string> parts, double size, double width, bool isBold = false)
    {
        var lines = new List<string>();
        foreach (var part in parts.Where(p => p.Length > 0))
        {
            var joined = lines.Count > 0 ? $"{lines[^1]}　{part}" : part;
            if (lines.Count > 0 && Fits(joined)) lines[^1] = joined;
            else lines.AddRange(Broken(part, Fits));
        }

        return lines;

        bool Fits(string text) => Width(text, size, isBold) <= width;
    }

    private static List<string> Broken(string text, Predicate<string> fits)
    {
        List<string> lines = [""];
        foreach (var word in Words().Matches(text).SelectMany(m => fits(m.Value) ? [m.Value] : m.Value.EnumerateRunes().Select(r => r.ToString())))
        {
            if (lines[^1].Length == 0 || fits(lines[^1] + word)) lines[^1] += word;
            else lines.Add(word.TrimStart(' ', '　'));
        }

        return lines;
    }

    // Full-width, or as wide as in most sans-serif fonts.
    private static double Em(Rune rune) => !rune.IsBmp ? 1 : (char)rune.Value switch
    {
        >= '\u1100' => 1,
        >= '0' and <= '9' => 0.58,
        'W' or 'M' or 'm' or 'w' or '%' or '@' => 0.9,
        >= 'A' and <= 'Z' => 0.67,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.3,
        'f' or 'r' or 't' or '(' or ')' or ' ' or '/' or '-' => 0.38,
        < '\u0080' => 0.59,
        _ => 1,
    };

    // A run of letters or digits with what is counted; no line begins with a closing mark or ends with an opening one.
    [GeneratedRegex(@"[（「『(]*(?:[A-Za-z0-9.,%+'_-]+[年月度件者人分か]*|[ァ-ヶー]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.)[、。）」』〜).,: 　]*", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
