using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>
/// Puts the rows of a text or a sheet together into lines and tables. Blank rows do not end a table; a row with a single text
/// that is no part of a table does.
/// </summary>
/// <param name="limits">Counts the lines, tables and cells.</param>
/// <param name="columns">The columns of a sheet, whose rows end with their last filled cell; null in text, where rows are as printed.</param>
internal sealed partial class RowFlow(ReadingLimits limits, IReadOnlyList<int>? columns = null)
{
    private readonly List<GridRow> _rows = [];
    private bool _startsParagraph = true;
    private bool _isWhole;
    private bool _hasMonths;
    private bool _hasAreas;

    /// <summary>The lines and tables so far.</summary>
    public List<Block> Blocks { get; } = [];

    public void AddBlank() => _startsParagraph = true;

    /// <summary>Adds a row of cells; one without cells is the rule of a Markdown table.</summary>
    public void AddRow(Cell[] cells)
    {
        if (cells.Length == 0 || Array.TrueForAll(cells, IsRule)) return;
        // A merged cell of a sheet is already counted.
        limits.CountCells(columns is null ? cells.Length : cells.Count(c => !c.IsSpanned), cells[0].Position);
        if (Array.TrueForAll(cells, c => c.IsBlank)) AddBlank();
        else if (OnlyText(cells) is { } only && !IsRow(only.Text)) AddLines(only);
        else AddToTable(cells);
    }

    /// <summary>
    /// True for a line alone that does not end the table: an area, or between the header and the last prefecture a region, a remark
    /// or a page number.
    /// </summary>
    public bool IsRow(string line) =>
        _rows.Count > 0 && (AreaName.Read(line) is not null || (_hasMonths && _hasAreas && !_isWhole && (RowWords.IsOther(line) || RowWords.IsRemark(line))));

    public void AddLine(ReadOnlySpan<char> line, SourcePosition position)
    {
        EndTable();
        Append(line, position);
    }

    public void EndTable()
    {
        if (_rows.Count == 0 || limits.Exceeded) return;
        var rows = columns is null ? [.. _rows] : Complete(columns);
        if (limits.Exceeded) return;
        var grid = new Grid(rows[0].Position, rows);
        Blocks.AddRange(DataTable.Blocks(grid, DataTable.IsLikely(grid)));
        _rows.Clear();
        (_isWhole, _hasMonths, _hasAreas) = (false, false, false);
    }

    /// <summary>Adds a row with only a label, such as an area without figures.</summary>
    public void AddLabel(Cell label)
    {
        limits.CountCells(1, label.Position);
        AddToTable([label]);
    }

    /// <summary>Adds a row of the current table, or of a new one.</summary>
    private void AddToTable(Cell[] cells)
    {
        var position = cells[0].Position;
        // Below the last prefecture another table begins; above it, the header is repeated.
        if (_isWhole && Array.Exists(cells, c => MonthLabel.Read(c.Text) is not null)) EndTable();
        if (_rows.Count == 0) limits.CountTable(position);
        _rows.Add(new GridRow(position, Array.Exists(cells, HasLineBreak) ? Array.ConvertAll(cells, OnOneLine) : cells));
        _isWhole |= Array.Exists(cells, c => c.Text == Area.All[^1].Name);
        _hasMonths = _hasMonths || Array.Exists(cells, c => MonthLabel.Read(c.Text) is not null);
        _hasAreas = _hasAreas || Array.Exists(cells, c => AreaName.Read(c.Text) is not null);
        _startsParagraph = true;
    }

    /// <summary>The rows of a table from a sheet, each with as many cells as the longest and without columns that are blank in all.</summary>
    private List<GridRow> Complete(IReadOnlyList<int> sheet)
    {
        var filled = Enumerable.Range(0, _rows.Max(r => r.Cells.Length)).Where(i => _rows.Exists(r => r.TextAt(i).Length > 0)).ToList();
        limits.CountCells(_rows.Sum(r => Math.Max(0, filled.Count - r.Cells.Length)), _rows[0].Position);
        if (limits.Exceeded) return [];
        return [.. _rows.Select(row =>
        {
            var cells = filled.Select(i => i < row.Cells.Length ? row.Cells[i] : new Cell("", row.Position with { Column = sheet[i] })).ToArray();
            return new GridRow(cells[0].Position, cells);
        })];
    }

    /// <summary>A cell may hold several lines.</summary>
    private void AddLines(Cell only)
    {
        EndTable();
        // Merged downwards from the row above.
        if (only.IsSpanned) return;
        foreach (var line in only.Text.AsSpan().EnumerateLines()) Append(line.Trim(), only.Position);
    }

    private void Append(ReadOnlySpan<char> line, SourcePosition position)
    {
        if (line.IsEmpty) return;
        var level = Markup.LevelOf(line);
        var style = Markup.StyleOf(line, level);
        var text = Markup.Strip(style == LineStyle.Heading ? line.TrimStart('#') : line);
        if (text.Length == 0) return;
        limits.CountLine(position);
        Blocks.Add(new Line(position, text, style, _startsParagraph || style == LineStyle.Heading) { Level = level });
        _startsParagraph = style == LineStyle.Heading;
    }

    /// <summary>
    /// The only text of a row that is a line: a heading or a note, as spreadsheets have them. Right of the first column only
    /// what has the form of one, because a year or a unit above the months is part of the table.
    /// </summary>
    private static Cell? OnlyText(Cell[] cells)
    {
        var first = Array.FindIndex(cells, c => !c.IsBlank);
        var only = cells[first];
        if (Array.FindIndex(cells, first + 1, c => !c.IsBlank && !(c.IsSpanned && c.Text == only.Text)) >= 0) return null;
        if (first == 0) return only;
        if (!only.Text.Any(char.IsLetter) || MonthLabel.Read(only.Text) is not null || YearRows.Read(only.Text) is not null) return null;
        var heading = Heading.Of(new Line(only.Position, only.Text, LineStyle.Plain, true));
        return heading.Role != LineRole.Plain || heading.Unit.Length > 0 || FiscalYearHeading.IsTitle(heading) ? only : null;
    }

    /// <summary>A name with a line break in its cell is one name; two figures on two lines stay two.</summary>
    private static Cell OnOneLine(Cell cell) => HasLineBreak(cell) ? cell with { Text = JoinLines(cell.Text) } : cell;

    private static bool HasLineBreak(Cell cell) => cell.Text.AsSpan().ContainsAny('\n', '\r');

    private static string JoinLines(string text) => Spaces().Replace(text, spaces => Joined(text, spaces));

    private static string Joined(string text, Match spaces)
    {
        var (before, after) = (spaces.Index - 1, spaces.Index + spaces.Length);
        var separates = before >= 0 && after < text.Length && IsLetterOrDigit(text[before]) && IsLetterOrDigit(text[after]);
        return separates || !spaces.ValueSpan.ContainsAny('\n', '\r') ? spaces.Value : "";
    }

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '０' and <= '９';

    /// <summary>True for the line below the header of a Markdown table.</summary>
    private static bool IsRule(Cell cell) => cell.Text.Length >= 3 && cell.Text.AsSpan().Trim(':').Trim('-').IsEmpty;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
