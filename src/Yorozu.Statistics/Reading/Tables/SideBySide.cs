using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Tables beside each other, as sheets have them: prefectures stand in two columns, each with months at its right. Halves of one
/// table, with the same header and other prefectures, are put together.
/// </summary>
internal static class SideBySide
{
    private const int MinRows = 3;
    private const int MaxTables = 8;

    /// <summary>The tables from the left, each with what stands above and below it; a single table as it is.</summary>
    public static IEnumerable<Grid> Split(Grid grid)
    {
        Grid? above = null;
        foreach (var table in Cut(grid))
        {
            var joined = above is null ? table : Join(above, table);
            if (joined is null) yield return above!;
            above = joined ?? table;
        }

        yield return above!;
    }

    private static IEnumerable<Grid> Cut(Grid grid)
    {
        for (var tables = 1; tables < MaxTables && ColumnOf(grid.Rows) is { } column; tables++)
        {
            yield return grid with { Rows = [.. grid.Rows.Select(r => With(r, r.Cells[..Math.Min(column, r.Cells.Length)]))] };
            var right = grid.Rows.Where(r => r.Cells.Skip(column).Any(c => !c.IsBlank)).Select(r => With(r, r.Cells[column..])).ToList();
            grid = new Grid(right[0].Position, right);
        }

        yield return grid;
    }

    /// <summary>The table whose halves these are; null for two tables.</summary>
    private static Grid? Join(Grid left, Grid right)
    {
        if (HeaderRows.Find(left) is not { } first || HeaderRows.Find(right) is not { Above.Count: 0 } second) return null;
        var isHalf = TextsOf(first.Months).SequenceEqual(TextsOf(second.Months)) && TextsOf(first.Parts).SequenceEqual(TextsOf(second.Parts))
            && !AreasOf(left).Intersect(AreasOf(right)).Any();
        return isHalf ? left with { Rows = [.. left.Rows, .. right.Rows.Skip(second.Count)] } : null;
    }

    private static IEnumerable<string> TextsOf(GridRow? row) => row?.Cells.Skip(1).Select(c => c.Text).Where(t => t.Length > 0) ?? [];

    private static IEnumerable<Area> AreasOf(Grid grid) => grid.Rows.Select(r => AreaName.Read(r.Cells[0].Text)).OfType<Area>();

    private static GridRow With(GridRow row, Cell[] cells) => new(cells[0].Position, cells);

    /// <summary>The column of the right table's prefectures.</summary>
    private static int? ColumnOf(IReadOnlyList<GridRow> rows)
    {
        if (rows.Select(TwoAreasIn).FirstOrDefault(a => a is not null) is not var (first, second)) return null;
        var isTable = rows.Count(r => AreaName.Read(r.TextAt(first)) is not null && AreaName.Read(r.TextAt(second)) is not null) >= MinRows
            && Enumerable.Range(first, second - first).Any(i => rows.Any(r => MonthLabel.Read(r.TextAt(i)) is not null))
            && rows.Any(r => r.Cells.Skip(second).Any(c => MonthLabel.Read(c.Text) is not null));
        return isTable ? second : null;
    }

    /// <summary>The first two columns with a prefecture; null in a row with fewer. Every cell of every table passes here.</summary>
    private static (int First, int Second)? TwoAreasIn(GridRow row)
    {
        var first = -1;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (AreaName.Read(row.Cells[i].Text) is not { IsNation: false }) continue;
            if (first >= 0) return (first, i);
            first = i;
        }

        return null;
    }
}
