using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Reading;

/// <summary>Takes the markup off a piece of text: links left in by copying, Markdown marks, entities.</summary>
internal static partial class Markup
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<&[*_");

    public static string Strip(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.ContainsAny(Marks)) return text.ToString();
        var plain = text.Contains('<') ? StripTags(text) : text.ToString();
        if (plain.Contains('[')) plain = MarkdownLink().Replace(plain, "$1");
        if (plain.StartsWith("**", StringComparison.Ordinal) || plain.StartsWith("__", StringComparison.Ordinal)) plain = Bold().Replace(plain, "$1");
        return plain.Contains('&') ? WebUtility.HtmlDecode(plain).Trim() : plain.Trim();
    }

    private static string StripTags(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        while (text.IndexOf('<') is >= 0 and var open)
        {
            var isTag = open + 1 < text.Length && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] == '/');
            var length = isTag ? text[open..].IndexOf('>') + 1 : 1;
            if (length == 0) break;
            plain.Append(text[..(isTag ? open : open + 1)]);
            text = text[(open + length)..];
        }

        return plain.Append(text).ToString();
    }

    /// <summary>Whether a line is marked as a heading (<c>#</c>, or all bold) or as nothing but a link.</summary>
    public static LineStyle StyleOf(ReadOnlySpan<char> line) =>
        line.StartsWith('#') || Bold().IsMatch(line) ? LineStyle.Heading : WholeLink().IsMatch(line) ? LineStyle.Furniture : LineStyle.Plain;

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^(?:\*\*|__)(.+)(?:\*\*|__)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\s*(?:[-*・]\s*)?(?:<a\s[^<>]*>[^<>]*</a>|\[[^\[\]]*\]\([^()]*\))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeLink();
}
