using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>
/// <c>/extracts/yorozu.xlsx</c>: the observations, the indicators, vintages, revisions and releases,
/// code tables, a data dictionary and notes.
/// </summary>
public static class XlsxExtract
{
    private const string DataSheet = "data";

    private static readonly Dataset[] Filtered = [IndicatorDataset.Dataset, VintageDataset.Dataset, RevisionDataset.Dataset, ReleaseDataset.Dataset];

    private static readonly Dataset[] CodeTables = [MetricDataset.Dataset, PrefectureDataset.Dataset, ReferenceDataset.Dataset];

    private static readonly Column<(string Sheet, Column Column)>[] ColumnColumns =
    [
        Column.Text("sheet", "シート", ((string Sheet, Column Column) r) => r.Sheet, "シートの名前", "The name of the sheet"),
        Column.Text("column", "列", ((string Sheet, Column Column) r) => r.Column.Name, "列の名前", "The name of the column"),
        Column.Text("title", "日本語名", ((string Sheet, Column Column) r) => r.Column.JapaneseName, "列の日本語名", "Its Japanese name"),
        Column.Text("description", "意味", ((string Sheet, Column Column) r) => r.Column.Description, "列の意味", "What it means, in Japanese") with
        {
            Width = 80,
            English = r => r.Column.EnglishDescription,
        },
    ];

    public static async Task<ExtractSummary> WriteAsync(
        YorozuDbContext db, Snapshot snapshot, ExtractRequest request, Stream stream, CancellationToken cancellationToken)
    {
        using var workbook = new XlsxWorkbook(stream);
        var isEnglish = request.Format.IsEnglish;
        var (filter, shaped) = (request.Filter, await db.DatasetOfAsync(snapshot, request, cancellationToken));
        var observations = await AddAsync(DataSheet, shaped, filter);
        var revisions = new KeptRevisions();
        foreach (var dataset in Filtered) await AddAsync(dataset.Name, revisions.Of(dataset), filter);
        foreach (var dataset in CodeTables) await AddAsync(dataset.Name, dataset, ObservationFilter.All);
        (string Sheet, Dataset Dataset)[] described = [(DataSheet, shaped), .. Filtered.Concat(CodeTables).Select(d => (d.Name, d))];
        var columns = described.SelectMany(t => t.Dataset.Columns, (t, column) => (t.Sheet, column));
        await AddRowsAsync("columns", ColumnColumns, columns);
        await AddRowsAsync("notes", ExtractNotes.Columns, ExtractNotes.For(snapshot, request, shaped));
        workbook.Finish();
        return new ExtractSummary(observations, []);

        Task<long> AddAsync(string sheet, Dataset dataset, ObservationFilter rows) => workbook.AddSheetAsync(
            sheet,
            dataset.Columns,
            request.Format.HasJapaneseHeadings,
            writer => dataset.WriteRowsAsync(db, new DatasetQuery(snapshot, rows) { InEnglish = isEnglish }, writer, cancellationToken),
            cancellationToken);

        Task<long> AddRowsAsync<TRow>(string sheet, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows) => workbook.AddSheetAsync(
            sheet,
            columns,
            japaneseHeadings: false,
            writer => writer.WriteRowsAsync(columns.In(isEnglish), rows.ToAsyncEnumerable(), cancellationToken),
            cancellationToken);
    }
}
