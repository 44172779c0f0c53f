using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>
/// Splits plain text into lines and tables. A table is a run of rows with tabs (as published, and as copied from a browser
/// or a spreadsheet) or with pipes (Markdown); blank lines do not end it, other lines do.
/// </summary>
internal sealed partial class TextGridReader(ReadingLimits limits)
{
    private readonly List<Block> _blocks = [];
    private readonly List<GridRow> _rows = [];
    private bool _startsParagraph = true;
    private bool _isWhole;
    private bool _hasAreas;

    public IReadOnlyList<Block> Read(string text, CancellationToken cancellationToken)
    {
        var rows = new TextRows(text, ReadingLimits.MaxCells);
        while (!limits.Exceeded && rows.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadRow(rows);
        }

        EndTable();
        return _blocks;
    }

    private void ReadRow(TextRows row)
    {
        if (row.Line.IsWhiteSpace())
        {
            _startsParagraph = true;
        }
        else if (row.Cells is { } cells && !IsOneText(cells))
        {
            if (!Array.TrueForAll(cells, IsRule)) AddRow(cells);
        }
        else if (_rows.Count > 0 && LabelOf(row) is var label && BelongsToTable(label.Text))
        {
            AddRow([label]);
        }
        else
        {
            EndTable();
            if (row.Cells is [var only, ..]) AddLines(only.Text, only.Position);
            else AddLine(row.Line.Trim(), row.Position);
        }
    }

    private static Cell LabelOf(TextRows row) => row.Cells is [var only, ..] ? only : new Cell(Markup.Strip(row.Line), row.Position);

    /// <summary>True for a line alone that does not end the table: an area, or above the last prefecture a region, a remark or a page number.</summary>
    private bool BelongsToTable(string line) =>
        AreaName.Read(line) is not null || (_hasAreas && !_isWhole && (RowWords.IsOther(line) || RowWords.IsRemark(line)));

    private void AddRow(Cell[] cells)
    {
        var position = cells[0].Position;
        // Below the last prefecture another table begins; above it, the header is repeated.
        if (_isWhole && cells.Length > 1 && MonthLabel.Read(cells[1].Text) is not null) EndTable();
        if (_rows.Count == 0) limits.CountTable(position);
        limits.CountCells(cells.Length, position);
        _rows.Add(new GridRow(position, Array.ConvertAll(cells, OnOneLine)));
        _isWhole |= cells[0].Text == Area.All[^1].Name;
        _hasAreas |= AreaName.Read(cells[0].Text) is not null;
        _startsParagraph = true;
    }

    /// <summary>A quoted cell may hold several lines.</summary>
    private void AddLines(ReadOnlySpan<char> text, SourcePosition position)
    {
        foreach (var line in text.EnumerateLines()) AddLine(line.Trim(), position);
    }

    private void AddLine(ReadOnlySpan<char> line, SourcePosition position)
    {
        if (line.IsEmpty) return;
        var style = Markup.StyleOf(line);
        var text = Markup.Strip(style == LineStyle.Heading ? line.TrimStart('#') : line);
        if (text.Length == 0) return;
        limits.CountLine(position);
        _blocks.Add(new Line(position, text, style, _startsParagraph || style == LineStyle.Heading) { Level = Markup.LevelOf(line) });
        _startsParagraph = style == LineStyle.Heading;
    }

    private void EndTable()
    {
        if (_rows.Count == 0 || limits.Exceeded) return;
        var grid = new Grid(_rows[0].Position, [.. _rows]);
        _blocks.AddRange(DataTable.Blocks(grid, DataTable.IsLikely(grid)));
        _rows.Clear();
        (_isWhole, _hasAreas) = (false, false);
    }

    /// <summary>A name with a line break in its cell is one name; two figures on two lines stay two.</summary>
    private static Cell OnOneLine(Cell cell) =>
        cell.Text.AsSpan().ContainsAny('\n', '\r') ? cell with { Text = JoinLines(cell.Text) } : cell;

    private static string JoinLines(string text) => Spaces().Replace(text, spaces => Joined(text, spaces));

    private static string Joined(string text, Match spaces)
    {
        var (before, after) = (spaces.Index - 1, spaces.Index + spaces.Length);
        var separates = before >= 0 && after < text.Length && IsLetterOrDigit(text[before]) && IsLetterOrDigit(text[after]);
        return separates || !spaces.ValueSpan.ContainsAny('\n', '\r') ? spaces.Value : "";
    }

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '０' and <= '９';

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    /// <summary>True when only the first cell is filled: a heading or a note pasted from a spreadsheet.</summary>
    private static bool IsOneText(Cell[] cells) =>
        cells.Length > 0 && !cells[0].IsBlank && Array.FindIndex(cells, 1, c => !c.IsBlank) < 0 && AreaName.Read(cells[0].Text) is null;

    /// <summary>True for the line below the header of a Markdown table.</summary>
    private static bool IsRule(Cell cell) => cell.Text.Length >= 3 && cell.Text.AsSpan().Trim(':').Trim('-').IsEmpty;
}
