using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>Removes markup from a text: copied links, Markdown marks, entities.</summary>
internal static partial class Markup
{
    /// <summary>Zero-width spaces, soft hyphens and other invisible characters.</summary>
    public const string UnseenCharacters = "\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD";

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenSet<string> FormattingTags =
        new[] { "a", "b", "strong", "em", "i", "u", "span", "font", "small", "big", "center" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Unseen = SearchValues.Create(UnseenCharacters);

    private static readonly SearchValues<char> Marks = SearchValues.Create("<&[*_");

    public static string Strip(ReadOnlySpan<char> text)
    {
        if (Label.IsFigure(text)) return text.ToString();
        if (text.ContainsAny(Unseen)) text = string.Concat(text.ToString().Where(c => !IsUnseen(c)));
        text = text.Trim();
        if (!text.ContainsAny(Marks)) return text.ToString();
        var plain = text.Contains('<') ? StripTags(text) : text.ToString();
        if (plain.Contains('[')) plain = MarkdownLink().Replace(plain, "$1");
        if (plain.StartsWith("**", StringComparison.Ordinal) || plain.StartsWith("__", StringComparison.Ordinal)) plain = Bold().Replace(plain, "$1");
        return plain.Contains('&') ? WebUtility.HtmlDecode(plain).Trim() : plain.Trim();
    }

    public static bool IsUnseen(char c) => Unseen.Contains(c);

    /// <summary>
    /// Removes formatting tags. Others stay, so that superscript, deleted text and a second line do not run
    /// into the figure beside them.
    /// </summary>
    private static string StripTags(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        while (text.IndexOf('<') is >= 0 and var open)
        {
            var name = text[(open + 1)..];
            if (name.StartsWith("/")) name = name[1..];
            var letters = name.IndexOfAnyExcept(NameLetters);
            var isFormatting = letters > 0 && FormattingTags.Contains(name[..letters].ToString());
            var length = isFormatting ? text[open..].IndexOf('>') + 1 : 1;
            if (length == 0) break;
            plain.Append(text[..(isFormatting ? open : open + 1)]);
            text = text[(open + length)..];
        }

        return plain.Append(text).ToString();
    }

    /// <summary>Whether a line is a heading, having a level, or only a link.</summary>
    public static LineStyle StyleOf(ReadOnlySpan<char> line, int level) =>
        level > 0 ? LineStyle.Heading : WholeLink().IsMatch(line) ? LineStyle.Control : LineStyle.Plain;

    /// <summary>The level of a line marked as a heading; 0 for any other.</summary>
    public static int LevelOf(ReadOnlySpan<char> line) =>
        line.StartsWith('#') ? Math.Clamp(line.IndexOfAnyExcept('#'), 1, 6) : Bold().IsMatch(line) ? Line.BoldLevel : 0;

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^(?:\*\*|__)(.+)(?:\*\*|__)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\s*(?:[-*・]\s*)?(?:<a\s[^<>]*>[^<>]*</a>|\[[^\[\]]*\]\([^()]*\))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WholeLink();
}
