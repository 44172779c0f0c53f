using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Tells data tables from menus, contact boxes and layout tables by their content. A damaged data table counts as data: it is
/// refused later with its problems, never skipped.
/// </summary>
internal static class DataTable
{
    private const int MaxFigureLength = 20;
    private const int MaxColumnsBeforeAreas = 2;

    public static bool IsLikely(Grid grid)
    {
        var (hasMonth, hasFigures, hasTexts, areas) = (false, false, false, 0);
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
                else if (!ColumnHeading.IsCumulative(cell.Text)) others++;
            }

            // A header alone is a table without its rows; a menu of months has no corner.
            if (hasMonth && figures + others + areas == 0 && IsCorner(row.Cells[0])) return true;
            hasFigures |= figures > others;
            hasTexts |= others > 0;
            if (hasFigures ? hasMonth || areas > 0 : hasMonth && areas > Prefecture.All.Count / 2) return true;
        }

        // Figures without words are rows without their names; page numbers have no blank before them.
        return hasFigures && !hasTexts && grid.Rows.Any(r => r.Cells[0].IsBlank);
    }

    /// <summary>True for a layout table: it contains tables or headings, or no row has two texts.</summary>
    public static bool IsLayout(Grid grid, IReadOnlyList<Block> content) =>
        content.Any(b => b is Grid or Line { Style: LineStyle.Heading }) || grid.Rows.All(r => r.Cells.Count(c => !c.IsBlank) < 2 || r.OnlyText() is not null);

    /// <summary>For a data table the grid, with its title and note rows as lines around it; for any other table only its headings.</summary>
    public static IEnumerable<Block> Blocks(Grid grid, bool isData) => isData
        ? SideBySide.Split(grid).SelectMany(DataBlocks)
        : grid.Rows.SelectMany(r => r.Cells).Where(c => !c.IsSpanned && IsHeading(c, grid.Rows.Count == 1)).Select(LineOf);

    private static IEnumerable<Block> DataBlocks(Grid grid)
    {
        var first = grid.Rows.TakeWhile(IsTitle).Count();
        var last = grid.Rows.Count;
        while (last > first + 1 && grid.Rows[last - 1].OnlyText() is { } text && AreaName.Read(text.Text) is null && !IsFigure(text.Text)) last--;
        var width = grid.Rows.Take(first..last).Max(r => Array.FindLastIndex(r.Cells, c => !c.IsBlank)) + 1;
        var rows = grid.Rows.Take(first..last).Select(r => r.Cells.Length <= width ? r : r with { Cells = r.Cells[..width] }).ToList();
        if (AreaColumn(rows) is > 0 and var areas) rows = [.. rows.Select(r => r with { Cells = r.Cells[Math.Min(areas, r.Cells.Length - 1)..] })];
        var (table, beside, header) = WithoutNotesBeside(rows);
        return
        [
            .. LinesOf(grid.Rows.Take(first)), .. beside.Take(header), new Grid(table[0].Position, table),
            .. beside.Skip(header), .. LinesOf(grid.Rows.Skip(last)),
        ];
    }

    /// <summary>
    /// Removes what stands right of the last column with a heading, as long as it is text: notes written beside the table, the
    /// first of them beside its header.
    /// </summary>
    private static (List<GridRow> Rows, List<Line> Notes, int BesideHeader) WithoutNotesBeside(List<GridRow> rows)
    {
        // Fast path: the first row of most tables is the longest.
        if (rows.TrueForAll(r => r.Cells.Length <= rows[0].Cells.Length) && !IsBeside(rows[0].Cells[^1])) return (rows, [], 0);
        if (HeaderRows.Find(new Grid(rows[0].Position, rows)) is not { } header) return (rows, [], 0);
        var width = rows.Take(header.Count).Max(r => Array.FindLastIndex(r.Cells, c => !IsBeside(c))) + 1;
        var inHeader = Beside(rows.Take(header.Count), width);
        var below = Beside(rows.Skip(header.Count), width);
        if (width == 0 || inHeader.Count + below.Count == 0 || !below.TrueForAll(IsRemark)) return (rows, [], 0);
        var notes = inHeader.Concat(below).Where(c => !c.IsSpanned).Select(LineOf).ToList();
        return ([.. rows.Select(r => r.Cells.Length <= width ? r : r with { Cells = r.Cells[..width] })], notes, inHeader.Count(c => !c.IsSpanned));
    }

    private static List<Cell> Beside(IEnumerable<GridRow> rows, int width) => [.. rows.SelectMany(r => r.Cells.Skip(width)).Where(c => !c.IsBlank)];

    /// <summary>True for a text that is neither a figure nor a heading nor an area.</summary>
    private static bool IsRemark(Cell cell) =>
        !FigureParser.TryParse(cell.Text, out _) && !IsFigure(cell.Text) && MonthLabel.Read(cell.Text) is null && AreaName.Read(cell.Text) is null
        && !ColumnHeading.IsCumulative(cell.Text) && !ColumnHeading.IsOther(cell.Text) && !ColumnHeading.IsPlain(cell.Text);

    /// <summary>True for a cell of a header that heads no column: blank, a remark or a unit.</summary>
    private static bool IsBeside(Cell cell) => cell.IsBlank || Heading.Of(LineOf(cell)).Role is LineRole.Note or LineRole.Unit;

    /// <summary>The column of the prefectures. Codes, numbers or regions may precede it, months never do.</summary>
    private static int AreaColumn(List<GridRow> rows)
    {
        var column = Enumerable.Range(0, MaxColumnsBeforeAreas + 1)
            .MaxBy(c => rows.Count(r => c < r.Cells.Length && AreaName.Read(r.Cells[c].Text) is { IsNation: false }));
        return rows.Exists(r => r.Cells.Take(column).Any(c => MonthLabel.Read(c.Text) is not null)) ? 0 : column;
    }

    /// <summary>True for a row above the header with a single text, or with a heading and a unit in its two corners.</summary>
    private static bool IsTitle(GridRow row)
    {
        if (Array.Exists(row.Cells, c => MonthLabel.Read(c.Text) is not null)) return false;
        if (row.OnlyText() is { } text) return AreaName.Read(text.Text) is null;
        return Array.TrueForAll(
            row.Cells, c => c.IsBlank || Heading.Of(LineOf(c)).Role is LineRole.Section or LineRole.Group or LineRole.Metric or LineRole.Unit);
    }

    private static IEnumerable<Line> LinesOf(IEnumerable<GridRow> rows) =>
        rows.SelectMany(r => r.Cells.Where((c, i) => !c.IsBlank && !(c.IsSpanned && i > 0)).Select(c => LineOf(c) with { Level = Line.CaptionLevel }));

    private static bool IsCorner(Cell cell) => cell.IsBlank || cell.Text.StartsWith("都道府県", StringComparison.Ordinal);

    private static Line LineOf(Cell cell) => new(cell.Position, cell.Text, cell.Style, true) { Level = cell.Style == LineStyle.Heading ? Line.BoldLevel : 0 };

    /// <summary>True for text to keep from a table without data: a section, or a heading in a table of its own.</summary>
    private static bool IsHeading(Cell cell, bool isAlone) =>
        !cell.IsBlank && (cell.Style == LineStyle.Heading || (cell.Style == LineStyle.Plain && (isAlone || Heading.Of(LineOf(cell)).Role == LineRole.Section)));

    /// <summary>True for a count or a mistyped count: 858件, −5, 12.5; false for a telephone number or a date.</summary>
    private static bool IsFigure(string text)
    {
        if (text.Length > MaxFigureLength) return false;
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
