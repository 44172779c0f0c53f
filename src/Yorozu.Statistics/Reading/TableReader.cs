namespace Yorozu.Statistics.Reading;

/// <summary>Reads the rows of one table into observations, noting every problem on the way.</summary>
internal sealed class TableReader(FiscalYear year, ProblemList problems, string title)
{
    private readonly List<Observation> _observations = [];
    private readonly List<PublishedCumulative> _cumulatives = [];
    private readonly Dictionary<Area, GridRow> _rows = [];

    /// <summary>The table, or null when its header cannot be read.</summary>
    public PublishedTable? Read(Grid grid, Metric metric, string heading)
    {
        var layout = new HeaderReader(year, problems, $"「{title}」").Read(grid);
        var headerRows = layout?.HeaderRows ?? Math.Max(0, HeaderReader.MonthRow(grid) + 1);
        for (var i = headerRows; i < grid.Rows.Count; i++) ReadRow(grid.Rows[i], layout, i == headerRows);
        foreach (var area in Area.All.Where(a => !_rows.ContainsKey(a)))
        {
            var found = area.IsNation ? "「合計」の行がありません" : $"「{area.Name}」の行がありません";
            problems.Add(ProblemKind.AreaRow, grid.Rows[^1].Position, $"「{title}」", found, "「合計」と47都道府県が1行ずつ");
        }

        return layout is null ? null : new PublishedTable(
            metric, heading, layout.Months, layout.Parts, layout.HasCumulative, _observations, _cumulatives, "", [], grid.Position);
    }

    private void ReadRow(GridRow row, ColumnLayout? layout, bool isFirst)
    {
        var label = row.Cells[0];
        if ((label.IsBlank && isFirst ? Area.Nation : AreaName.Read(label.Text)) is not { } area)
        {
            var found = label.IsBlank ? "都道府県名のない行があります" : $"「{ProblemList.Cut(label.Text)}」は都道府県名ではありません";
            problems.Add(ProblemKind.AreaRow, label.Position, $"「{title}」", found, "都道府県の正式な名前、または「合計」", label.Text);
            return;
        }

        if (!_rows.TryAdd(area, row))
        {
            problems.Add(ProblemKind.AreaRow, label.Position, $"「{title}」", $"「{label.Text}」の行が2つ以上あります", "1行だけ", label.Text);
        }

        if (layout is null) return;
        if (row.Cells.Length != layout.Columns.Count + 1)
        {
            problems.Add(
                ProblemKind.RowLength, row.Position, $"「{title} の {AreaText(area)}」", $"この行には{row.Cells.Length - 1}個の値があります", $"見出しと同じ{layout.Columns.Count}個", label.Text);
            return;
        }

        ReadFigures(row, area, layout);
    }

    private void ReadFigures(GridRow row, Area area, ColumnLayout layout)
    {
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var (cell, column) = (row.Cells[i + 1], layout.Columns[i]);
            if (!FigureParser.TryParse(cell.Text, out var figure))
            {
                problems.Add(
                    ProblemKind.NotACount, cell.Position, $"「{title} の {AreaText(area)}・{column.Name}」", $"「{ProblemList.Cut(cell.Text)}」は件数として読めません", "0以上の整数（例: 1,234）、または空白", cell.Text);
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

    private static string AreaText(Area area) => area.IsNation ? "合計" : area.Name;
}
