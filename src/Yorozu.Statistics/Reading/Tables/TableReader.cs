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
    private PrintedSums? _sums;
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
        _sums = layout is null ? null : new PrintedSums(layout);
        foreach (var row in rows) ReadRow(row, layout, header);
        CheckMissing(grid.Rows[^1]);
        NoteSkipped();
        return layout is null ? null : new PublishedTable(
            metric, heading, layout.Months, layout.Parts, layout.HasCumulative, _observations, _cumulatives, "", [], grid.Position)
        {
            Sums = _sums!.All(),
        };
    }

    /// <summary>True when rows at the end are missing: every order of the prefectures ends with 沖縄県.</summary>
    public bool IsIncomplete => !_areas.Contains(Area.All[^1]);

    private void CheckMissing(GridRow last)
    {
        var missing = Area.All.Where(a => !_areas.Contains(a)).Select(a => a.RowLabel).ToList();
        if (missing.Count == 0) return;
        var found = missing.Count <= MaxNamed
            ? new Phrase("{0}の行がありません", Phrase.List("・", missing))
            : new Phrase("{0}など{1}行がありません", Phrase.List("・", missing.Take(3)), missing.Count);
        problems.Add(ProblemKind.AreaRow, last.Position, table.Text, found, new Phrase("合計と47都道府県が1行ずつ"));
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

            var found = label.IsBlank
                ? new Phrase("都道府県名のない行があります")
                : new Phrase("「{0}」は都道府県名ではありません", ShortText.Shorten(label.Text));
            problems.Add(ProblemKind.AreaRow, label.Position, table.Text, found, new Phrase("都道府県の正式な名前、または「合計」"), label.Text);
        }
        else if (!_areas.Add(area))
        {
            var found = new Phrase("「{0}」の行が2つ以上あります", label.IsBlank ? new Phrase("合計") : label.Text);
            problems.Add(ProblemKind.AreaRow, label.Position, table.Text, found, new Phrase("1行だけ"), label.Text);
        }
        else if (layout is not null)
        {
            ReadFigures(row, area, layout);
            _sums!.AddArea(area, row);
        }
    }

    private void ReadFigures(GridRow row, Area area, ColumnLayout layout)
    {
        if (row.Cells.Length != _width + 1 && !(row.Cells.Length <= _width && layout.HasOnlyRemarksFrom(row.Cells.Length - 1)))
        {
            problems.Add(
                ProblemKind.RowLength,
                row.Position,
                table.Row(area),
                new Phrase("この行には値が{0}個あります", row.Cells.Length - 1),
                new Phrase("見出しの列と同じ{0}個", layout.Columns.Count),
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
        if (RowWords.IsRegion(label.Text)) _sums?.AddRegion(row);
        return true;
    }

    private void NoteSkipped()
    {
        if (_skipped.Count == 0) return;
        var names = Phrase.List("、", _skipped.Select(c => ShortText.Shorten(c.Text)).Distinct());
        problems.Notice(_skipped[0].Position, new Phrase("都道府県でない行を飛ばしました: {0}", names));
    }

    private void ReadFigure(Cell cell, Area area, Column column)
    {
        if (cell.HasSeveralFigures)
        {
            problems.Add(
                ProblemKind.NotACount,
                cell.Position,
                table.Cell(area, column),
                new Phrase("「{0}」は2つ以上の部分に分かれた数字で、どれが値か分かりません", ShortText.Shorten(cell.Text)),
                new Phrase("1つの数だけのセル"),
                cell.Text);
        }
        else if (!FigureParser.TryParse(cell.Text, out var figure))
        {
            var expected = new Phrase("0以上の整数（例: 1,234）、または空白");
            problems.Add(ProblemKind.NotACount, cell.Position, table.Cell(area, column), FigureParser.Describe(cell.Text), expected, cell.Text);
        }
        else if (cell.IsSpanned && figure.IsPublished)
        {
            var found = new Phrase("「{0}」がほかのセルと結合されています", cell.Text);
            problems.Add(ProblemKind.NotACount, cell.Position, table.Cell(area, column), found, new Phrase("セルごとに1つの数"), cell.Text);
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
