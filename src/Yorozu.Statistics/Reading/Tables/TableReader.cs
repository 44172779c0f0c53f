using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Reads the rows of one table into observations and collects every problem.</summary>
internal sealed class TableReader(PageYear? year, ProblemList problems, TableName table)
{
    private const int MaxNamed = 15;
    private readonly List<Observation> _observations = [];
    private readonly List<PublishedCumulative> _cumulatives = [];
    private readonly HashSet<Area> _areas = [];
    private readonly HeaderReader _header = new(year, problems, table);
    private readonly List<Cell> _skipped = [];
    private bool _isFirst = true;
    private int _width;

    /// <summary>A row without its trailing blank cells, as in all rows of a trimmed table; null when the table is not trimmed.</summary>
    public GridRow? Trimmed { get; private set; }

    /// <summary>The table. Adds problems and returns null when its header cannot be read.</summary>
    public PublishedTable? Read(Grid grid, Metric metric, string heading)
    {
        var header = HeaderRows.Find(grid);
        var layout = _header.Read(grid, header);
        var rows = grid.Rows.Skip(header?.Count ?? (AreaName.Read(grid.Rows[0].Cells[0].Text) is null ? 1 : 0)).ToList();
        if (layout is not null && header is not null) _width = WidthOf(rows, layout, header);
        foreach (var row in rows) ReadRow(row, layout, header);
        CheckMissing(grid.Rows[^1]);
        NoteSkipped();
        return layout is null ? null : new PublishedTable(
            metric, heading, layout.Months, layout.Parts, layout.HasCumulative, _observations, _cumulatives, "", [], grid.Position);
    }

    /// <summary>True when rows at the end are missing: every order of the prefectures ends with 沖縄県.</summary>
    public bool IsIncomplete => !_areas.Contains(Area.All[^1]);

    private void CheckMissing(GridRow last)
    {
        var missing = Area.All.Where(a => !_areas.Contains(a)).Select(a => a.IsNation ? "合計" : a.Name).ToList();
        if (missing.Count == 0) return;
        var found = missing.Count <= MaxNamed ? $"{string.Join('・', missing)}の行がありません" : $"{string.Join('・', missing.Take(3))}など{missing.Count}行がありません";
        problems.Add(ProblemKind.AreaRow, last.Position, table.Text, found, "合計と47都道府県が1行ずつ");
    }

    /// <summary>The number of cells after the label: one per column, or fewer in a table trimmed by an editor.</summary>
    private int WidthOf(List<GridRow> rows, ColumnLayout layout, HeaderRows header)
    {
        if (TrimmedRows.WidthOf(rows.Where(r => !header.IsHeader(r)), layout) is not { } width) return layout.Columns.Count;
        Trimmed = rows[0];
        return width;
    }

    private void ReadRow(GridRow row, ColumnLayout? layout, HeaderRows? header)
    {
        var label = row.Cells[0];
        var named = AreaName.Read(label.Text);
        if (named is null && header?.IsHeader(row) == true)
        {
            _header.CheckRepeated(header, row);
            return;
        }

        if (Array.TrueForAll(row.Cells, c => c.IsBlank)) return;
        var isTotal = label.IsBlank && _isFirst;
        _isFirst = false;
        if ((isTotal ? Area.Nation : named) is not { } area)
        {
            if (Skip(row)) return;

            var found = label.IsBlank ? "都道府県名のない行があります" : $"「{ProblemList.Cut(label.Text)}」は都道府県名ではありません";
            problems.Add(ProblemKind.AreaRow, label.Position, table.Text, found, "都道府県の正式な名前、または「合計」", label.Text);
        }
        else if (!_areas.Add(area))
        {
            problems.Add(ProblemKind.AreaRow, label.Position, table.Text, $"「{(label.IsBlank ? "合計" : label.Text)}」の行が2つ以上あります", "1行だけ", label.Text);
        }
        else if (layout is not null)
        {
            ReadFigures(row, area, layout);
        }
    }

    private void ReadFigures(GridRow row, Area area, ColumnLayout layout)
    {
        if (row.Cells.Length != _width + 1)
        {
            problems.Add(
                ProblemKind.RowLength,
                row.Position,
                table.Row(area),
                $"この行には値が{row.Cells.Length - 1}個あります",
                $"見出しの列と同じ{layout.Columns.Count}個",
                row.Cells[^1].Text);
            return;
        }

        var last = row.Cells[^1];
        var cutOff = Cell.None with { Position = last.Position with { Column = last.Position.Column + last.Text.Length } };
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            if (!layout.Columns[i].IsSkipped) ReadFigure(i < _width ? row.Cells[i + 1] : cutOff, area, layout.Columns[i]);
        }
    }

    /// <summary>Skips a row that is not an area, with a notice.</summary>
    private bool Skip(GridRow row)
    {
        var label = row.Cells[0];
        var isRemark = RowWords.IsRemark(label.Text) && (row.OnlyText() is not null || Array.TrueForAll(row.Cells[1..], c => c.IsBlank));
        if (!isRemark && !RowWords.IsOther(label.Text)) return false;
        _skipped.Add(label);
        return true;
    }

    private void NoteSkipped()
    {
        if (_skipped.Count == 0) return;
        problems.Notice(_skipped[0].Position, $"都道府県でない行を飛ばしました: {string.Join('、', _skipped.Select(c => ProblemList.Cut(c.Text)).Distinct())}");
    }

    private void ReadFigure(Cell cell, Area area, Column column)
    {
        if (cell.HasSeveralFigures)
        {
            problems.Add(
                ProblemKind.NotACount,
                cell.Position,
                table.Cell(area, column),
                $"「{ProblemList.Cut(cell.Text)}」は2つ以上の部分に分かれた数字で、どれが値か分かりません",
                "1つの数だけのセル",
                cell.Text);
        }
        else if (!FigureParser.TryParse(cell.Text, out var figure))
        {
            problems.Add(ProblemKind.NotACount, cell.Position, table.Cell(area, column), FigureParser.Describe(cell.Text), "0以上の整数（例: 1,234）、または空白", cell.Text);
        }
        else if (cell.IsSpanned && figure.IsPublished)
        {
            problems.Add(ProblemKind.NotACount, cell.Position, table.Cell(area, column), $"「{cell.Text}」がほかのセルと結合されています", "セルごとに1つの数", cell.Text);
        }
        else if (column.Month is { } month)
        {
            _observations.Add(new Observation(column.Part, area, month, figure, cell.Text, cell.Position));
        }
        else
        {
            _cumulatives.Add(new PublishedCumulative(column.Part, area, figure, cell.Text, cell.Position));
        }
    }
}
