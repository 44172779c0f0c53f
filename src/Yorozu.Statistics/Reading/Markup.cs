using System.Net;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Reading;

/// <summary>Takes the markup off a piece of text: links left in by copying, Markdown marks, entities.</summary>
internal static partial class Markup
{
    public static string Strip(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.ContainsAny("<&[*_")) return text.ToString();
        var plain = Tag().Replace(text.ToString(), "");
        plain = MarkdownLink().Replace(plain, "$1");
        plain = Bold().Replace(plain, "$1");
        return WebUtility.HtmlDecode(plain).Trim();
    }

    /// <summary>Whether a line is marked as a heading (<c>#</c>, or all bold) or as nothing but a link.</summary>
    public static LineStyle StyleOf(ReadOnlySpan<char> line) =>
        line.StartsWith('#') || Bold().IsMatch(line) ? LineStyle.Heading : WholeLink().IsMatch(line) ? LineStyle.Furniture : LineStyle.Plain;

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^(?:\*\*|__)(.+)(?:\*\*|__)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\s*(?:[-*・]\s*)?(?:<a\s[^<>]*>[^<>]*</a>|\[[^\[\]]*\]\([^()]*\))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeLink();
}
