using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Tables of a text from which an editor cut the blank cells of coming months, with all white space at the ends of lines.
/// A row that lost a cell elsewhere looks the same, and its figures would be read a month too early. So every row of the
/// table must end with the same month, no row with a blank, and another table, with all its cells, with that month too.
/// </summary>
internal sealed class TrimmedRows(ProblemList problems)
{
    private readonly List<(TableName Name, GridRow Row, PublishedTable Table)> _trimmed = [];

    /// <summary>How many cells all the rows have behind their labels, when they end with the same month before the last.</summary>
    public static int? WidthOf(IEnumerable<GridRow> rows, ColumnLayout layout)
    {
        var width = 0;
        foreach (var row in rows)
        {
            if (row.Position.Table > 0 || row.Cells[^1].IsBlank || row.Cells.Length > layout.Columns.Count) return null;
            if (width > 0 && row.Cells.Length != width + 1) return null;
            width = row.Cells.Length - 1;
        }

        // 累計値 stands last and is never blank: of a short row it would be read as a month.
        return width > 0 && !layout.HasCumulative && layout.Columns[width - 1].Month != layout.Columns[width].Month ? width : null;
    }

    public void Add(TableName name, GridRow row, PublishedTable table) => _trimmed.Add((name, row, table));

    /// <summary>Notes a problem for every such table whose last month no whole table bears out.</summary>
    public void Check(IReadOnlyList<PublishedTable> tables)
    {
        var last = tables.Except(_trimmed.Select(t => t.Table)).SelectMany(PublishedMonths).DefaultIfEmpty().Max();
        foreach (var (name, row, table) in _trimmed)
        {
            var month = PublishedMonths(table).DefaultIfEmpty(table.Months[0]).Max();
            if (month == last) continue;
            problems.Add(
                ProblemKind.RowLength,
                row.Position,
                name.Text,
                $"どの行も{month.Month}月の値で終わっています",
                $"見出しの列と同じ{table.Months.Count * table.Parts.Count}個の値。行末の空白のセルが削られたのなら、ほかの表も{month.Month}月まで",
                row.Cells[^1].Text);
        }
    }

    private static IEnumerable<YearMonth> PublishedMonths(PublishedTable table) => table.Observations.Where(o => o.Figure.IsPublished).Select(o => o.Month);
}
