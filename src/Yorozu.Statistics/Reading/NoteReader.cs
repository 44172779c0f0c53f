using System.Text;

namespace Yorozu.Statistics.Reading;

/// <summary>Joins the wrapped lines below a table into one definition and whole remarks.</summary>
internal static class NoteReader
{
    private const string LinkHint = "都道府県名をクリック";

    public static (string Definition, IReadOnlyList<string> Notes) Read(IEnumerable<Line> lines)
    {
        var texts = new List<StringBuilder>();
        foreach (var line in lines)
        {
            if (texts.Count > 0 && GoesOn(texts[^1], line))
            {
                Join(texts[^1], line.Text);
            }
            else
            {
                texts.Add(new StringBuilder(line.Text));
            }
        }

        var whole = texts.Select(t => t.ToString()).Where(t => !t.StartsWith(LinkHint, StringComparison.Ordinal)).ToLookup(IsDefinition);
        return (string.Join('\n', whole[true].Select(t => t.TrimStart('◆', '◇', ' ', '　'))), [.. whole[false]]);
    }

    private static bool GoesOn(StringBuilder text, Line line)
    {
        if (line.Text[0] is '◆' or '◇' or '※' or '＊') return false;
        if (line.Text.StartsWith(LinkHint, StringComparison.Ordinal)) return false;
        if (text[0] is '◆' or '◇') return true;
        return !line.StartsParagraph && (text[0] == '※' || text[^1] is not ('。' or '．' or '.'));
    }

    private static bool IsDefinition(string text) => text[0] is '◆' or '◇';

    private static void Join(StringBuilder text, string next)
    {
        // Japanese is wrapped anywhere; only two Latin words need the space that the line break stood for.
        if (char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0])) text.Append(' ');
        text.Append(next);
    }
}
