using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>One CSV file: byte order mark if any, one heading row, records.</summary>
public static class CsvDocument
{
    public static async Task<ExtractSummary> WriteAsync(
        Stream stream, CsvFormat format, IReadOnlyList<Column> columns, Func<CsvOutput, Task> writeRecords, CancellationToken cancellationToken)
    {
        var encoding = new CsvEncoding(format.Encoding);
        var output = new CsvOutput(stream, encoding);
        foreach (var column in columns) output.Text(format.JapaneseHeadings ? column.JapaneseName : column.Name);
        await output.EndRowAsync(cancellationToken);
        await writeRecords(output);
        await output.FlushAsync(cancellationToken);
        return new ExtractSummary(output.Rows - 1, encoding.Replaced);
    }
}
