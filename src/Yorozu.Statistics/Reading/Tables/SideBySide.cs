using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Two tables beside each other, as sheets have them: prefectures stand in two columns, each with months at its right.</summary>
internal static class SideBySide
{
    private const int MinRows = 3;
    private const int MaxTables = 8;

    /// <summary>The tables from the left, each with what stands above and below it; a single table as it is.</summary>
    public static IEnumerable<Grid> Split(Grid grid)
    {
        for (var tables = 1; tables < MaxTables && ColumnOf(grid.Rows) is { } column; tables++)
        {
            yield return grid with { Rows = [.. grid.Rows.Select(r => With(r, r.Cells[..Math.Min(column, r.Cells.Length)]))] };
            var right = grid.Rows.Where(r => r.Cells.Skip(column).Any(c => !c.IsBlank)).Select(r => With(r, r.Cells[column..])).ToList();
            grid = new Grid(right[0].Position, right);
        }

        yield return grid;
    }

    private static GridRow With(GridRow row, Cell[] cells) => new(cells[0].Position, cells);

    /// <summary>The column of the right table's prefectures.</summary>
    private static int? ColumnOf(IReadOnlyList<GridRow> rows)
    {
        if (rows.Select(AreasIn).FirstOrDefault(a => a.Count > 1) is not [var first, var second, ..]) return null;
        var isTable = rows.Count(r => AreaName.Read(r.TextAt(first)) is not null && AreaName.Read(r.TextAt(second)) is not null) >= MinRows
            && Enumerable.Range(first, second - first).Any(i => rows.Any(r => MonthLabel.Read(r.TextAt(i)) is not null))
            && rows.Any(r => r.Cells.Skip(second).Any(c => MonthLabel.Read(c.Text) is not null));
        return isTable ? second : null;
    }

    private static List<int> AreasIn(GridRow row) => [.. row.Cells.Index().Where(c => AreaName.Read(c.Item.Text) is { IsNation: false }).Select(c => c.Index)];
}
