using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;

namespace Yorozu.Data.Audit;

/// <summary>The log as CSV, under the same rules as the extracts: RFC 4180, a byte order mark, no formulas.</summary>
public static class LogCsv
{
    private static readonly Column[] Columns =
    [
        new("at", "日時", ColumnType.Time, "いつ（協定世界時）"),
        new("actor", "操作した人", ColumnType.Text, "だれが"),
        new("address", "アドレス", ColumnType.Text, "どこから"),
        new("action", "操作", ColumnType.Text, "何を（コード）"),
        new("action_name", "操作の名前", ColumnType.Text, "何を"),
        new("subject", "対象", ColumnType.Text, "何に"),
        new("outcome", "結果", ColumnType.Text, "どうなったか（コード）"),
        new("outcome_name", "結果の名前", ColumnType.Text, "どうなったか"),
        new("detail", "詳細", ColumnType.Text, "メモや理由"),
    ];

    public static Task WriteAsync(YorozuDbContext db, LogFilter filter, Stream stream, CancellationToken cancellationToken) =>
        CsvDocument.WriteAsync(
            stream,
            new CsvFormat(),
            Columns,
            async output =>
            {
                await foreach (var entry in db.LogEntries.Matching(filter).OrderBy(e => e.Id).Select(e => new LogEntry(e)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    output.Text(entry.At.ToUtcText());
                    output.Text(entry.Actor);
                    output.Text(entry.Address);
                    output.Text(entry.Action.Code);
                    output.Text(entry.Action.Name);
                    output.Text(entry.Subject);
                    output.Text(entry.Outcome.Code);
                    output.Text(entry.Outcome.Name);
                    output.Text(entry.Detail);
                    await output.EndRowAsync(cancellationToken);
                }
            },
            cancellationToken);
}
