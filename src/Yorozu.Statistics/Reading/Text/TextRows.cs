using System.Runtime.InteropServices;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>Reads a text row by row and splits table rows into cells. A quoted cell may hold separators and line breaks.</summary>
internal sealed class TextRows(string text, TextLayout layout, int maxCells)
{
    private static readonly char[] LineBreaks = ['\n', '\r'];
    private const int MaxLinesInCell = 20;
    private int _next;
    private int _nextLine = 1;
    private int _lineStart;
    private int _start;
    private int _length;
    private readonly PipedRows _piped = new(maxCells);

    /// <summary>The row as printed, without the marks of quoted mail.</summary>
    public ReadOnlySpan<char> Line => text.AsSpan(_start, _length);

    /// <summary>The position of its first character other than a space.</summary>
    public SourcePosition Position { get; private set; }

    /// <summary>Its cells, or null when it is not a row of a table.</summary>
    public Cell[]? Cells { get; private set; }

    public bool MoveNext()
    {
        if (_next >= text.Length) return false;
        var number = _nextLine;
        _lineStart = _start = _next;
        _length = LengthOfLine(_start);
        var quoteMarks = TextLayout.QuoteMarks(Line);
        (_start, _length) = (_start + quoteMarks, _length - quoteMarks);
        var line = Line;
        Position = SourcePosition.InText(number, _start - _lineStart + line.Length - line.TrimStart().Length + 1);
        Cells = line.Contains(layout.Separator) || line.StartsWith('"') ? Separated(number) : null;
        Advance();
        if (Cells is not null) return true;
        var below = _next < text.Length ? text.AsSpan(_next, LengthOfLine(_next)) : default;
        Cells = _piped.Cells(Line, below[TextLayout.QuoteMarks(below)..], number) ?? SpacedRow.Cells(Line, number);
        // Their positions begin behind the marks of quoted mail.
        if (quoteMarks > 0 && Cells is { } cells)
        {
            Cells = Array.ConvertAll(cells, c => c with { Position = SourcePosition.InText(number, c.Position.Column + quoteMarks) });
        }

        return true;
    }

    private int LengthOfLine(int start)
    {
        var end = text.AsSpan(start).IndexOfAny(LineBreaks);
        return end < 0 ? text.Length - start : end;
    }

    private void Advance()
    {
        _nextLine += Line.Count('\n') + 1;
        _next = _start + _length;
        if (text.AsSpan(_next).StartsWith("\r\n")) _next += 2;
        else _next++;
    }

    private Cell[]? Separated(int number)
    {
        var cells = new List<Cell>(16);
        var (cell, line, lineStart) = (_start, number, _lineStart);
        while (cells.Count <= maxCells)
        {
            var end = Quoted(cell);
            var isQuoted = end > 0;
            if (isQuoted && end > _start + _length) _length = end - _start + LengthOfLine(end);
            if (!isQuoted) end = EndOfCell(cell);
            var raw = text.AsSpan(cell, end - cell);
            var content = isQuoted ? raw[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : raw;
            var lead = raw.IsWhiteSpace() ? 0 : raw.Length - raw.TrimStart().Length;
            cells.Add(new Cell(Markup.Strip(content), SourcePosition.InText(line, cell - lineStart + lead + 1)));
            if (isQuoted && raw.LastIndexOf('\n') is >= 0 and var newline) (line, lineStart) = (line + raw.Count('\n'), cell + newline + 1);
            if (end >= _start + _length) break;
            cell = end + 1;
        }

        return cells.Count > 1 ? [.. CollectionsMarshal.AsSpan(cells)[Math.Min(layout.Margin, cells.Count - 1)..]] : null;
    }

    private int EndOfCell(int start) =>
        text.AsSpan(start, _start + _length - start).IndexOf(layout.Separator) is >= 0 and var length ? start + length : _start + _length;

    /// <summary>
    /// The index after the closing quotation mark of the quoted cell that begins here; 0 when there is none. A cell has few lines:
    /// a quotation mark that would enclose a blank line, a heading or a table row is an ordinary character.
    /// </summary>
    private int Quoted(int start)
    {
        if (start >= text.Length || text[start] != '"') return 0;
        var lines = 0;
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\t' && layout.Separator == '\t' && lines > 0) return 0;
            if (text[i] is '\n' or '\r')
            {
                if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                if (++lines > MaxLinesInCell || StartsAnew(text.AsSpan(i + 1, LengthOfLine(i + 1)))) return 0;
            }

            if (text[i] != '"') continue;
            if (i + 1 < text.Length && text[i + 1] == '"') i++;
            else return i + 1 == text.Length || text[i + 1] is '\n' or '\r' || text[i + 1] == layout.Separator ? i + 1 : 0;
        }

        return 0;
    }

    /// <summary>True for a line that starts something new, which a quoted cell cannot contain.</summary>
    private static bool StartsAnew(ReadOnlySpan<char> line)
    {
        var plain = Markup.Strip(line);
        return plain.Length == 0
            || plain[0] is '#' or '|'
            || Heading.Of(new Line(default, plain, LineStyle.Plain, true)).Role is LineRole.Section or LineRole.Group or LineRole.Metric;
    }
}
