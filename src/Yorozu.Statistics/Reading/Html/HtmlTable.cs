using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>One table of an HTML document while it is read: rows of cells with spans expanded.</summary>
internal sealed class HtmlTable(int number, int depth, bool isHidden, ReadingLimits limits)
{
    private readonly List<GridRow> _rows = [];
    private readonly List<Cell> _row = [];
    private readonly List<(Cell Cell, int RowsBelow)> _spans = [];
    private readonly List<Block> _content = [];
    private bool _rowIsOpen;
    private bool _hasLastArea;
    private int _searchedRows;
    private bool _rowIsHidden;
    private bool _hasHiddenRow;
    private bool _cellIsHidden;
    private int _rowNumber;
    private (int Columns, int Rows) _span;
    private (SourcePosition Position, string Text)? _stray;

    /// <summary>The number of open elements where the table began.</summary>
    public int Depth => depth;

    public bool IsHidden => isHidden;

    /// <summary>True when the table or all its rows are hidden.</summary>
    public bool IsUnseen => isHidden || (_hasHiddenRow && _rows.Count == 0);

    /// <summary>True once the table has a row for the last prefecture and at least as many rows as there are prefectures.</summary>
    public bool IsWhole => !_rowIsOpen && _rows.Count >= Prefecture.All.Count && HasLastArea();

    public HtmlFlow Flow { get; } = new(limits, true);

    public Grid Grid => new(SourcePosition.InTable(number, 1, 1), _rows);

    /// <summary>The content of the cells, for a layout table.</summary>
    public IReadOnlyList<Block> Content => _content;

    /// <summary>The position of the current or the next cell.</summary>
    public SourcePosition Here => SourcePosition.InTable(number, Math.Max(_rowNumber, 1), _row.Count + 1);

    /// <summary>The number of open elements where the open cell or caption began; −1 when none is open.</summary>
    public int CellDepth { get; set; } = -1;

    public bool SectionIsHidden { get; set; }

    public void OpenRow(bool hidden)
    {
        CloseRow();
        _rowIsOpen = true;
        _rowIsHidden = hidden || SectionIsHidden;
        _hasHiddenRow |= _rowIsHidden;
        if (!_rowIsHidden) _rowNumber++;
    }

    public void OpenCell(int columns, int rows, bool hidden)
    {
        if (!_rowIsOpen) OpenRow(false);
        _cellIsHidden = hidden || _rowIsHidden;
        if (_cellIsHidden) return;
        FillSpans();
        limits.CheckSpan(Math.Max(columns, rows), Here);
        _span = (columns, rows);
    }

    public void CloseCell()
    {
        if (_cellIsHidden) return;
        _content.AddRange(Flow.Blocks);
        var cell = CellOf(Flow.Blocks);
        for (var i = 0; i < _span.Columns && !limits.Exceeded; i++) Place(cell with { IsSpanned = i > 0 }, _span.Rows - 1);
    }

    /// <summary>Ends the rows of a thead, tbody or tfoot; no cell spans into the next one.</summary>
    public void CloseRowGroup()
    {
        CloseRow();
        SectionIsHidden = false;
        _spans.Clear();
    }

    public void CloseRow()
    {
        if (!_rowIsOpen) return;
        _rowIsOpen = false;
        if (_rowIsHidden) return;
        FillSpans();
        if (_row.Count > 0) _rows.Add(new GridRow(SourcePosition.InTable(number, _rowNumber, 1), [.. _row]));
        _row.Clear();
    }

    /// <summary>True when a row is that of the last prefecture. Looks at each row once.</summary>
    private bool HasLastArea()
    {
        for (; !_hasLastArea && _searchedRows < _rows.Count; _searchedRows++)
        {
            _hasLastArea = Array.Exists(_rows[_searchedRows].Cells, c => AreaName.Read(c.Text) == Area.All[^1]);
        }

        return _hasLastArea;
    }

    /// <summary>Notes text or a tag between the cells; the first one is reported.</summary>
    public void AddStray(string text) => _stray ??= (Here, text);

    /// <summary>What stands between the cells, such as the heading of the next table, would be lost.</summary>
    public void ReportStray(ProblemList problems)
    {
        if (_stray is not { } stray) return;
        var (found, expected) = (new Phrase("表のセルの外に文字やタグがあります"), new Phrase("すべての文字が<td>か<th>の中にある表"));
        problems.Add(ProblemKind.Markup, stray.Position, Phrase.None, found, expected, stray.Text);
    }

    /// <summary>Adds the cells that span down from the rows above.</summary>
    private void FillSpans()
    {
        while (_row.Count < _spans.Count && _spans[_row.Count] is { RowsBelow: > 0 } span && !limits.Exceeded)
        {
            Place(span.Cell with { IsSpanned = true }, span.RowsBelow - 1);
        }
    }

    private void Place(Cell cell, int rowsBelow)
    {
        limits.CountCells(1, Here);
        if (_row.Count == _spans.Count) _spans.Add(default);
        // Most cells neither span rows nor end a span.
        if (rowsBelow > 0 || _spans[_row.Count].RowsBelow > 0) _spans[_row.Count] = (cell, rowsBelow);
        _row.Add(cell with { Position = Here });
    }

    private static Cell CellOf(List<Block> content)
    {
        if (content.Count == 0) return new Cell("", default);
        if (content is [Line only]) return new Cell(only.Text, default, false, only.Style) { HasSeveralFigures = only.HasSeveralFigures };
        return new Cell(string.Join(' ', content.Select(b => b is Line line ? line.Text : "〔表〕")), default);
    }
}
