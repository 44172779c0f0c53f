using System.Text;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>Joins the wrapped lines around a table into one definition and whole remarks.</summary>
internal static class NoteReader
{
    private const string LinkHint = "都道府県名をクリック";

    public static (string Definition, IReadOnlyList<string> Notes) Read(IEnumerable<Line> lines)
    {
        var texts = new List<StringBuilder>();
        foreach (var (text, startsParagraph) in Paragraphs(lines))
        {
            if (texts.Count > 0 && GoesOn(texts[^1], text, startsParagraph)) Join(texts[^1], text);
            else texts.Add(new StringBuilder(text));
        }

        var whole = texts.Select(t => t.ToString()).Where(t => !t.StartsWith(LinkHint, StringComparison.Ordinal)).ToLookup(t => IsDefinition(t[0]));
        return (string.Join('\n', whole[true].Select(t => t.TrimStart('◆', '◇', ' ', '　'))), [.. whole[false]]);
    }

    /// <summary>Lines without a gap or a mark between them are one wrapped text.</summary>
    private static List<(string Text, bool StartsParagraph)> Paragraphs(IEnumerable<Line> lines)
    {
        var paragraphs = new List<(StringBuilder Text, bool StartsParagraph)>();
        foreach (var line in lines)
        {
            var isWrapped = paragraphs.Count > 0 && !line.StartsParagraph && !HasMark(line.Text) && !EndsHint(paragraphs[^1].Text);
            if (isWrapped) Join(paragraphs[^1].Text, line.Text);
            else paragraphs.Add((new StringBuilder(line.Text), line.StartsParagraph));
        }

        return [.. paragraphs.Select(p => (p.Text.ToString(), p.StartsParagraph))];
    }

    /// <summary>A definition continues in the paragraphs below it, as long as they are sentences without a mark.</summary>
    private static bool GoesOn(StringBuilder text, string next, bool startsParagraph) =>
        IsDefinition(text[0]) && !HasMark(next) && (next.Contains('。') || text[^1] is ':' or '：' || !startsParagraph);

    private static bool EndsHint(StringBuilder text) => text[^1] == '。' && text.ToString().StartsWith(LinkHint, StringComparison.Ordinal);

    private static bool HasMark(string text) => text[0] is '※' or '＊' || IsDefinition(text[0]) || text.StartsWith(LinkHint, StringComparison.Ordinal);

    private static bool IsDefinition(char first) => first is '◆' or '◇';

    private static void Join(StringBuilder text, string next)
    {
        // Japanese wraps anywhere; only between two Latin words does a line break stand for a space.
        if (char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0])) text.Append(' ');
        text.Append(next);
    }
}
