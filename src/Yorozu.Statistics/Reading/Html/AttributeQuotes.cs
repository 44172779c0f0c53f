using System.Buffers;
using AngleSharp.Html.Parser.Tokens;
using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>
/// Finds tags with a missing quotation mark, which turns everything up to the next one into an attribute: cells are lost. The mark
/// that then ends the value is the first one of another attribute, so the value ends with its equals sign, or a name has a mark.
/// A value may hold tags of its own, such as a tooltip or an SVG image.
/// </summary>
internal static class AttributeQuotes
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    public static void AddTo(ProblemList problems, string tag, SourcePosition position, string swallowed)
    {
        var (found, expected) = (new Phrase("<{0}>の属性の引用符が閉じられていません", tag), new Phrase("属性の値の終わりの引用符"));
        problems.Add(ProblemKind.Markup, position, Phrase.None, found, expected, swallowed);
    }

    /// <summary>The text that became an attribute; null when the quotation marks are complete.</summary>
    public static string? Swallowed(HtmlTagToken tag)
    {
        var nameIsBroken = false;
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.Contains('<')) return attribute.Value;
            nameIsBroken |= attribute.Name.AsSpan().ContainsAny('"', '\'');
        }

        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Value.AsSpan().ContainsAny('<', '>') && (nameIsBroken || attribute.Value.AsSpan().TrimEnd().EndsWith('='))) return attribute.Value;
        }

        return null;
    }

    /// <summary>
    /// The tag and the opening quotation mark of a value that holds tags and reaches to the end of the document; null when the
    /// document ends otherwise.
    /// </summary>
    /// <param name="html">The document.</param>
    /// <param name="start">The index of the last tag that was complete.</param>
    public static (string Tag, int Quote)? Unclosed(string html, int start)
    {
        for (var open = html.IndexOf('<', start); open >= 0 && open < html.Length - 1; open = html.IndexOf('<', start))
        {
            start = open + 1;
            if (!char.IsAsciiLetter(html[start])) continue;
            var end = start;
            while (end < html.Length && html[end] != '>')
            {
                if (html[end] is '"' or '\'' && html.AsSpan(start, end - start).TrimEnd().EndsWith('='))
                {
                    var close = html.IndexOf(html[end], end + 1);
                    if (close < 0) return html.AsSpan(end).Contains('<') ? (NameOf(html.AsSpan(start)), end) : null;
                    end = close;
                }

                end++;
            }

            start = Math.Min(end, html.Length);
        }

        return null;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var length = tag.IndexOfAnyExcept(NameCharacters);
        return tag[..(length < 0 ? tag.Length : length)].ToString().ToLowerInvariant();
    }
}
