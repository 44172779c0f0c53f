using System.Globalization;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>What all lines of a text have in common: the separator of their cells, and cells before the first that say nothing.</summary>
/// <param name="Separator">A tab, or in CSV a comma or a semicolon.</param>
/// <param name="Margin">The number of cells that every line begins with: blank, because all lines are indented, or a line number.</param>
internal sealed record TextLayout(char Separator, int Margin)
{
    private const int MaxLines = 5_000;
    private const int MinRows = 3;
    private const int MaxColumnsBeforeAreas = 2;
    private const int MaxNameLength = 20;

    private static readonly char[] CsvSeparators = [',', ';'];

    public static TextLayout Of(string text)
    {
        var separator = text.Contains('\t') ? '\t' : Array.Find(CsvSeparators, s => IsCsv(text, s));
        return separator == default ? new TextLayout('\t', 0) : new TextLayout(separator, Math.Max(Indent(text, separator), LineNumbers(text, separator)));
    }

    /// <summary>The number of quotation marks of mail (&gt;, &gt;&gt;) and the spaces behind them that a line begins with.</summary>
    public static int QuoteMarks(ReadOnlySpan<char> line)
    {
        var length = 0;
        for (var i = 0; i < line.Length && line[i] is '>' or ' '; i++)
        {
            if (line[i] == '>') length = i + 1;
        }

        return length > 0 && length < line.Length && line[length] == ' ' ? length + 1 : length;
    }

    /// <summary>True when rows of areas are divided by commas or semicolons.</summary>
    private static bool IsCsv(string text, char separator)
    {
        var (rows, lines) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > MaxLines) break;
            if (line.Contains(separator) && HasArea(line[QuoteMarks(line)..], separator) && ++rows == MinRows) return true;
        }

        return false;
    }

    private static bool HasArea(ReadOnlySpan<char> line, char separator)
    {
        for (var i = 0; i <= MaxColumnsBeforeAreas; i++)
        {
            var end = line.IndexOf(separator);
            if (end < 0) return false;
            var cell = line[..end].Trim().Trim('"');
            if (cell.Length is > 0 and <= MaxNameLength && AreaName.Read(cell.ToString()) is not null) return true;
            line = line[(end + 1)..];
        }

        return false;
    }

    /// <summary>The number of separators that every line with a text begins with.</summary>
    private static int Indent(string text, char separator)
    {
        var (least, lines) = (int.MaxValue, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var plain = line[QuoteMarks(line)..];
            var indent = plain.IndexOfAnyExcept(separator, ' ', '\u3000');
            if (indent < 0) continue;
            least = Math.Min(least, plain[..indent].Count(separator));
            lines++;
            if (least == 0) return 0;
        }

        return lines < MinRows ? 0 : least;
    }

    /// <summary>1 when every line begins with its number, as a sheet with a column of row numbers does; otherwise 0.</summary>
    private static int LineNumbers(string text, char separator)
    {
        var (last, lines) = (-1, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var plain = line[QuoteMarks(line)..];
            if (plain.Trim().Trim(separator).IsEmpty) continue;
            var end = plain.IndexOf(separator);
            if (end < 0 || !int.TryParse(plain[..end].Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return 0;
            if (number <= last) return 0;
            last = number;
            lines++;
        }

        return lines < MinRows ? 0 : 1;
    }
}
