using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Xlsx;

/// <summary><c>/extracts/yorozu.xlsx</c>: the observations, the code tables they refer to, what the columns mean, and notes.</summary>
public static class XlsxExtract
{
    private static readonly TableExtract[] Sheets = [TableExtracts.Observations, MetricRows.Extract, PrefectureRows.Extract];

    public static async Task<ExtractSummary> WriteAsync(
        YorozuDbContext db, DataState state, ObservationFilter filter, bool japaneseHeadings, Stream stream, CancellationToken cancellationToken)
    {
        var workbook = new XlsxWorkbook(stream);
        long observations = 0;
        foreach (var table in Sheets)
        {
            var isData = table == TableExtracts.Observations;
            var query = new TableQuery(state.View, isData ? filter : ObservationFilter.All);
            var headings = table.Columns.Select(c => japaneseHeadings ? c.JapaneseName : c.Name).ToList();
            var rows = await workbook.AddSheetAsync(isData ? "data" : table.Name, headings, table.Rows(db, query, cancellationToken), cancellationToken);
            if (isData) observations = rows;
        }

        var columns = Sheets.SelectMany(t => t.Columns, (t, c) => new object?[] { t == TableExtracts.Observations ? "data" : t.Name, c.Name, c.JapaneseName, c.Description });
        await workbook.AddSheetAsync("columns", ["sheet", "column", "title", "description"], columns.ToAsyncEnumerable(), cancellationToken);
        var notes = ExtractNotes.For(state).Select(n => new object?[] { n.Item, n.Text });
        await workbook.AddSheetAsync("notes", ["item", "text"], notes.ToAsyncEnumerable(), cancellationToken);
        workbook.Finish();
        return new ExtractSummary(observations, []);
    }
}
