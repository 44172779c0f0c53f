using System.Net;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Reading;

/// <summary>Takes the markup off a piece of text: links left in by copying, Markdown marks, entities.</summary>
internal static partial class Markup
{
    public static string Strip(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.ContainsAny("<&[*")) return text.ToString();
        var plain = Tag().Replace(text.ToString(), "");
        plain = MarkdownLink().Replace(plain, "$1");
        plain = Bold().Replace(plain, "$1");
        return WebUtility.HtmlDecode(plain).Trim();
    }

    /// <summary>True when all of the text is one link.</summary>
    public static bool IsLink(string text) => WholeLink().IsMatch(text);

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^(?:\*\*|__)(.+)(?:\*\*|__)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\s*(?:[-*・]\s*)?(?:<a\s[^<>]*>[^<>]*</a>|\[[^\[\]]*\]\([^()]*\))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeLink();
}
