using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Audit;

/// <summary>The log as CSV, under the same rules as the extracts: RFC 4180, a byte order mark, no formulas.</summary>
public static class LogCsv
{
    private static readonly Column<LogEntryEntity>[] Columns =
    [
        Column.Time("at", "日時", (LogEntryEntity e) => e.At, "いつ（協定世界時）", "When (UTC)"),
        Column.Text("actor", "操作した人", (LogEntryEntity e) => e.Actor, "だれが", "Who"),
        Column.Text("address", "アドレス", (LogEntryEntity e) => e.Address, "どこから", "From where"),
        Column.Text("action", "操作", (LogEntryEntity e) => e.Action, "何を", "What"),
        Column.Text("subject", "対象", (LogEntryEntity e) => e.Subject, "何に", "To what"),
        Column.Text("outcome", "結果", (LogEntryEntity e) => e.Outcome, "どうなったか", "With what result"),
        Column.Text("detail", "詳細", (LogEntryEntity e) => e.Detail, "メモや理由", "Note or reason"),
    ];

    public static Task WriteAsync(YorozuDbContext db, LogFilter filter, Stream stream, CancellationToken cancellationToken) =>
        CsvDocument.WriteAsync(Columns, db.LogEntries.Matching(filter).OrderBy(e => e.Id).AsAsyncEnumerable(), stream, cancellationToken);
}
