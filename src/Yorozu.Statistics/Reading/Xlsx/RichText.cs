using System.Text;
using System.Xml;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>A text of a workbook, as a cell shows it.</summary>
/// <param name="Text">The text without furigana and struck-out runs, superscript digits as such.</param>
/// <param name="HasSeveralFigures">True when digits of differently formatted runs are adjacent: which are the figure is not certain.</param>
internal readonly record struct RichText(string Text, bool HasSeveralFigures)
{
    /// <summary>The longest text of a cell.</summary>
    private const int MaxLength = 32_767;

    /// <summary>Reads the item of the shared texts, or the inline text, that the reader is at.</summary>
    public static RichText Read(PartReader reader)
    {
        if (reader.IsEmpty) return default;
        var depth = reader.Depth + 1;
        var (text, struckOut) = (new StringBuilder(), new StringBuilder());
        var (isStruck, isSuperscript, hasSeveral) = (false, false, false);
        while (reader.MoveToElement(depth))
        {
            if (reader.Name == "rPh") Skip(reader);
            else if (reader.Name == "r") (isStruck, isSuperscript) = (false, false);
            else if (reader.Name == "strike") isStruck = reader.IsOn();
            else if (reader.Name == "vertAlign") isSuperscript = reader.Attribute("val") == "superscript";
            if (reader.Name != "t") continue;

            var run = Unescape(reader.Text());
            if (text.Length + struckOut.Length + run.Length > MaxLength) throw WorkbookException.Damaged();
            if (isStruck)
            {
                struckOut.Append(run);
                continue;
            }

            hasSeveral |= !isSuperscript && run.Length > 0 && text.Length > 0 && char.IsDigit(run[0]) && char.IsDigit(text[^1]);
            foreach (var c in run) text.Append(isSuperscript && char.IsAsciiDigit(c) ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'] : c);
        }

        var isOnlyStruck = text.ToString().AsSpan().IsWhiteSpace() && struckOut.Length > 0;
        return new RichText(isOnlyStruck ? Struck(struckOut.ToString()) : text.ToString(), hasSeveral);
    }

    /// <summary>Marks a text that is struck out as such: it is no figure.</summary>
    public static string Struck(string text) => $"~~{text}~~";

    /// <summary>The text of a value. Characters that XML cannot have are written as _x000D_.</summary>
    public static string Unescape(string text)
    {
        var plain = text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text)! : text;
        return plain.Any(c => char.IsControl(c) && c != '\n') ? string.Concat(plain.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)) : plain;
    }

    private static void Skip(PartReader reader)
    {
        var depth = reader.Depth + 1;
        if (reader.IsEmpty) return;
        while (reader.MoveToElement(depth))
        {
            // What is in it is not shown.
        }
    }
}
