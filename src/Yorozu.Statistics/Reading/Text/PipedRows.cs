using System.Buffers;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Html;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>
/// Splits the rows of Markdown tables into cells. A leading pipe marks a row; a line without one is a row only below a header
/// with a rule (--- | ---) of as many cells, so that a sentence with a pipe is not a row.
/// </summary>
internal sealed class PipedRows(int maxCells)
{
    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("|-: ");
    private Frame? _table;
    private bool _isRule;

    /// <summary>The pipes around the rows of a table, as opposed to between its cells.</summary>
    private readonly record struct Frame(bool Leads, bool Trails);

    /// <summary>The cells of a line: empty for a rule, null when the line is not a row.</summary>
    public Cell[]? Cells(ReadOnlySpan<char> line, ReadOnlySpan<char> below, int number)
    {
        if (_isRule)
        {
            _isRule = false;
            return [];
        }

        if (!line.Contains('|') || line[0] == '#') _table = null;
        else if (_table is null) _isRule = (_table = FrameOf(line, below)) is not null;
        if (_table is null && !line.TrimStart().StartsWith('|')) return null;
        return Cut(line, _table ?? new Frame(true, true), number);
    }

    private Cell[] Cut(ReadOnlySpan<char> line, Frame frame, int number)
    {
        var cells = new List<Cell>(16);
        var start = frame.Leads && line.TrimStart().StartsWith('|') ? line.IndexOf('|') + 1 : 0;
        for (var i = start; i < line.Length && cells.Count <= maxCells; i++)
        {
            if (!IsPipe(line, i)) continue;
            cells.Add(CellAt(line, start, i, number));
            start = i + 1;
        }

        if (cells.Count <= maxCells && !(frame.Trails && line[start..].IsWhiteSpace())) cells.Add(CellAt(line, start, line.Length, number));
        return [.. cells];
    }

    private static Cell CellAt(ReadOnlySpan<char> line, int start, int end, int number)
    {
        var raw = line[start..end];
        var lead = raw.IsWhiteSpace() ? 0 : raw.Length - raw.TrimStart().Length;
        return new Cell(Markup.Strip(raw).Replace("\\|", "|", StringComparison.Ordinal), SourcePosition.InText(number, start + lead + 1));
    }

    /// <summary>The framing of the table whose header this line is, told from the rule below it; null without a rule.</summary>
    private static Frame? FrameOf(ReadOnlySpan<char> header, ReadOnlySpan<char> below)
    {
        var rule = below.Trim();
        if (rule.IndexOfAnyExcept(RuleCharacters) >= 0 || !rule.Contains('|') || !rule.Contains('-')) return null;
        var frame = new Frame(rule[0] == '|', rule[^1] == '|');
        return Count(header.Trim(), frame) == Count(rule, frame) ? frame : null;
    }

    private static int Count(ReadOnlySpan<char> line, Frame frame)
    {
        var count = 1;
        for (var i = 0; i < line.Length; i++) count += IsPipe(line, i) ? 1 : 0;
        if (frame.Leads && line[0] == '|') count--;
        return frame.Trails && IsPipe(line, line.Length - 1) ? count - 1 : count;
    }

    private static bool IsPipe(ReadOnlySpan<char> line, int index) => line[index] == '|' && (index == 0 || line[index - 1] != '\\');
}
