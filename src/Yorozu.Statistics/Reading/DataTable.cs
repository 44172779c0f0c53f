namespace Yorozu.Statistics.Reading;

/// <summary>
/// Tells data tables from menus, contact boxes and tables that only lay out the page, by what is in them. A table that
/// looks like data but is damaged counts as data: it is refused later with its problems, never passed over.
/// </summary>
internal static class DataTable
{
    private const int LongestFigure = 20;

    public static bool IsLikely(Grid grid)
    {
        var (hasMonth, hasFigures, areas) = (false, false, 0);
        foreach (var row in grid.Rows)
        {
            var figures = 0;
            var others = 0;
            foreach (var cell in row.Cells)
            {
                if (IsCorner(cell)) continue;
                if (MonthLabel.Read(cell.Text) is not null) hasMonth = true;
                else if (AreaName.Read(cell.Text) is { } area) areas += area.IsNation && grid.Rows.Count > 1 ? 0 : 1;
                else if (IsFigure(cell.Text)) figures++;
                else if (!ColumnLayout.IsCumulative(cell.Text)) others++;
            }

            // A header alone is a table that lost its rows; a menu of months has no corner.
            if (hasMonth && figures + others + areas == 0 && IsCorner(row.Cells[0])) return true;
            hasFigures |= figures > others;
            if (hasFigures ? hasMonth || areas > 0 : hasMonth && areas > Prefecture.All.Count / 2) return true;
        }

        return false;
    }

    /// <summary>True when the cells of a table are parts of a page: it holds tables or headings, or no row has two texts.</summary>
    public static bool IsLayout(Grid grid, IReadOnlyList<Block> content) =>
        content.Any(b => b is Grid or Line { Style: LineStyle.Heading }) || grid.Rows.All(r => r.Cells.Count(c => !c.IsBlank) < 2 || r.OnlyText() is not null);

    /// <summary>A data table, with its title and note rows as lines around it; of other tables only the headings.</summary>
    public static IEnumerable<Block> Blocks(Grid grid, bool isData)
    {
        if (!isData) return grid.Rows.SelectMany(r => r.Cells).Where(c => !c.IsSpanned && IsHeading(c)).Select(LineOf);
        var first = grid.Rows.TakeWhile(r => r.OnlyText() is { } text && MonthLabel.Read(text.Text) is null && AreaName.Read(text.Text) is null).Count();
        var last = grid.Rows.Count;
        while (last > first && grid.Rows[last - 1].OnlyText() is { } text && AreaName.Read(text.Text) is null && !IsFigure(text.Text)) last--;
        var width = grid.Rows.Take(first..last).Max(r => Array.FindLastIndex(r.Cells, c => !c.IsBlank)) + 1;
        var rows = grid.Rows.Take(first..last).Select(r => r.Cells.Length <= width ? r : r with { Cells = r.Cells[..width] }).ToList();
        return [.. grid.Rows.Take(first).Select(r => LineOf(r.Cells[0])), new Grid(rows[0].Position, rows), .. grid.Rows.Skip(last).Select(r => LineOf(r.Cells[0]))];
    }

    private static bool IsCorner(Cell cell) => cell.IsBlank || cell.Text.StartsWith("都道府県", StringComparison.Ordinal);

    private static Line LineOf(Cell cell) => new(cell.Position, cell.Text, cell.Style, true);

    private static bool IsHeading(Cell cell) =>
        !cell.IsBlank && (cell.Style == LineStyle.Heading || (cell.Style == LineStyle.Plain && Heading.Of(LineOf(cell)).Role == LineRole.Section));

    /// <summary>True for a count and for what a count may become by a slip: 858件, −5, 12.5, but not for a telephone number or a date.</summary>
    private static bool IsFigure(string text)
    {
        if (text.Length > LongestFigure) return false;
        var (digits, others) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) digits++;
            else if (c is '/' or ':' or '月' or '日' or '年' || (digits > 0 && c is '-' or '－' or '(')) return false;
            else if (c is not (',' or '，' or '.' or '．' or ' ' or '　')) others++;
        }

        return digits > 0 && digits >= others;
    }
}
