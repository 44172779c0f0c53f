namespace Yorozu.Statistics.Reading;

/// <summary>Reads the header of a table: a row of months and 累計値, and a row of parts below it where months are divided.</summary>
internal sealed class HeaderReader(FiscalYear year, ProblemList problems, string where)
{
    /// <summary>The row that names the months, or −1.</summary>
    public static int MonthRow(Grid grid)
    {
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            var cells = grid.Rows[row].Cells;
            if (AreaName.Read(cells[0].Text) is not null) return -1;
            if (cells.Skip(1).Any(c => MonthLabel.Read(c.Text) is not null)) return row;
        }

        return -1;
    }

    /// <summary>The columns; null, with the problems noted, when the header cannot be read.</summary>
    public ColumnLayout? Read(Grid grid)
    {
        var monthRow = MonthRow(grid);
        if (monthRow < 0)
        {
            problems.Add(ProblemKind.Header, grid.Position, where, "月の見出しの行がありません", "表の最初の行に「4月」「5月」…と並べてください");
            return null;
        }

        var partRow = PartRow(grid, monthRow);
        var before = problems.Count;
        var columns = Columns(grid.Rows[monthRow], partRow);
        CheckMonths(columns, grid.Rows[monthRow]);
        CheckParts(columns, grid.Rows[monthRow]);
        return problems.Count > before ? null : new ColumnLayout(columns, monthRow + (partRow is null ? 1 : 2));
    }

    private static GridRow? PartRow(Grid grid, int monthRow)
    {
        if (monthRow + 1 >= grid.Rows.Count) return null;
        var row = grid.Rows[monthRow + 1];
        if (AreaName.Read(row.Cells[0].Text) is not null) return null;
        var filled = row.Cells.Skip(1).Where(c => !c.IsBlank).ToList();
        return filled.Count > 0 && !filled.Exists(c => c.Text.AsSpan().ContainsAnyInRange('0', '9') || c.Text.AsSpan().ContainsAnyInRange('０', '９')) ? row : null;
    }

    private List<Column> Columns(GridRow months, GridRow? parts)
    {
        var columns = new List<Column>();
        var label = "";
        var width = Math.Max(months.Cells.Length, parts?.Cells.Length ?? 0);
        for (var i = 1; i < width; i++)
        {
            var cell = i < months.Cells.Length ? months.Cells[i] : default;
            if (cell.Text is { Length: > 0 } text) label = text;
            else if (parts is null) label = "";
            var part = parts is not null && i < parts.Cells.Length ? parts.Cells[i].Text : "";
            columns.Add(new Column(Month(label, i < months.Cells.Length ? cell : months.Cells[^1]), part == label ? "" : part));
        }

        return columns;
    }

    private YearMonth? Month(string label, Cell cell)
    {
        if (MonthLabel.Read(label) is { } month)
        {
            var read = year.Month(month.Number);
            if (month.Year is not { } printed || printed == read.Year) return read;
            problems.Add(ProblemKind.Header, cell.Position, where, $"列見出し「{label}」は{year.Name}の月ではありません", $"{year.FirstMonth}から{year.LastMonth}までの月", label);
        }
        else if (label is not ("累計値" or "累計" or "年度累計" or "合計" or "計"))
        {
            problems.Add(ProblemKind.Header, cell.Position, where, label.Length == 0 ? "見出しのない列があります" : $"列見出し「{ProblemList.Cut(label)}」は月でも累計値でもありません", "「4月」のような月、または「累計値」", label);
        }

        return null;
    }

    private void CheckMonths(List<Column> columns, GridRow row)
    {
        for (var i = 1; i < columns.Count; i++)
        {
            var (previous, current) = (columns[i - 1], columns[i]);
            var isSame = previous.Month == current.Month && previous.Part != current.Part;
            if (isSame || current.Month is null || (previous.Month is { } earlier && earlier < current.Month)) continue;
            var cell = row.Cells[Math.Min(i + 1, row.Cells.Length - 1)];
            problems.Add(ProblemKind.Header, cell.Position, where, $"月の並びが正しくありません（「{previous.Name}」の次に「{current.Name}」）", "4月から3月まで、同じ月のない順番", cell.Text);
        }
    }

    private void CheckParts(List<Column> columns, GridRow row)
    {
        var groups = columns.GroupBy(c => c.Month).Select(g => (Month: g.Key, Parts: g.Select(c => c.Part).ToList())).ToList();
        foreach (var group in groups.Where(g => !g.Parts.SequenceEqual(groups[0].Parts)))
        {
            var name = new Column(group.Month, "").Name;
            problems.Add(ProblemKind.Header, row.Position, where, $"「{name}」の内訳が「{string.Join('・', group.Parts)}」です", $"ほかの月と同じ「{string.Join('・', groups[0].Parts)}」");
        }
    }
}
