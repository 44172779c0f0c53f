using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>Writes one CSV file: a byte order mark if any, one heading row, records.</summary>
public static class CsvDocument
{
    public static Task<ExtractSummary> WriteAsync(
        Dataset dataset, YorozuDbContext db, DatasetQuery query, CsvFormat format, Stream stream, CancellationToken cancellationToken) =>
        WriteAsync(dataset.Columns, format, stream, writer =>
            dataset.WriteRowsAsync(db, query with { InEnglish = format.IsEnglish }, writer, cancellationToken), cancellationToken);

    /// <summary>A file in the default format.</summary>
    public static Task<ExtractSummary> WriteAsync<TRow>(
        IReadOnlyList<Column<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream stream, CancellationToken cancellationToken) =>
        WriteAsync(columns, new CsvFormat(), stream, writer => writer.WriteRowsAsync(columns, rows, cancellationToken), cancellationToken);

    private static async Task<ExtractSummary> WriteAsync(
        IReadOnlyList<Column> columns, CsvFormat format, Stream stream, Func<CsvRowWriter, Task<long>> writeRows, CancellationToken cancellationToken)
    {
        var encoding = new CsvEncoding(format.Encoding);
        var writer = new CsvRowWriter(stream, encoding);
        foreach (var column in columns) writer.WriteText(format.HasJapaneseHeadings ? column.JapaneseName : column.Name);
        await writer.EndRowAsync(cancellationToken);
        var rows = await writeRows(writer);
        await writer.FlushAsync(cancellationToken);
        return new ExtractSummary(rows, encoding.Replaced);
    }
}
