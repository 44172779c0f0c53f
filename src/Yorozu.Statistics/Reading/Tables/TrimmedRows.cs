using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Text tables whose trailing blank cells (future months) an editor trimmed with the other white space at line ends. A row that
/// lost a cell elsewhere looks the same, and its figures would be read a month too early. So every row of the table must end
/// with the same month and no blank, and an untrimmed table must end with that month too.
/// </summary>
internal sealed class TrimmedRows(ProblemList problems)
{
    private readonly List<(TableName Name, GridRow Row, PublishedTable Table)> _trimmed = [];

    /// <summary>The number of cells after the label in all rows, when they end with the same month before the last.</summary>
    public static int? WidthOf(IEnumerable<GridRow> rows, ColumnLayout layout)
    {
        var width = 0;
        foreach (var row in rows)
        {
            if (!row.Position.IsInText || row.Cells[^1].IsBlank || row.Cells.Length > layout.Columns.Count) return null;
            if (width > 0 && row.Cells.Length != width + 1) return null;
            width = row.Cells.Length - 1;
        }

        // 累計値 comes last and is never blank: in a short row it would be read as a month.
        var isTrimmed = width > 0 && !layout.HasCumulative && !layout.HasOnlyRemarksFrom(width)
            && layout.Columns[width - 1].Month != layout.Columns[width].Month;
        return isTrimmed ? width : null;
    }

    public void Add(TableName name, GridRow row, PublishedTable table) => _trimmed.Add((name, row, table));

    /// <summary>Adds a problem for every trimmed table whose last month no untrimmed table confirms.</summary>
    public void Check(IReadOnlyList<PublishedTable> tables)
    {
        if (_trimmed.Count == 0) return;
        var last = tables.Except(_trimmed.Select(t => t.Table)).SelectMany(PublishedMonths).DefaultIfEmpty().Max();
        foreach (var (name, row, table) in _trimmed)
        {
            var month = PublishedMonths(table).DefaultIfEmpty(table.Months[0]).Max();
            if (month == last) continue;
            problems.Add(
                ProblemKind.RowLength,
                row.Position,
                name.Text,
                new Phrase("どの行も{0}の値で終わっています", month),
                new Phrase("見出しの列と同じ{0}個の値。行末の空白のセルが削られたのなら、ほかの表も{1}まで", table.Months.Count * table.Parts.Count, month),
                row.Cells[^1].Text);
        }
    }

    private static IEnumerable<YearMonth> PublishedMonths(PublishedTable table) => table.Observations.Where(o => o.Figure.IsPublished).Select(o => o.Month);
}
