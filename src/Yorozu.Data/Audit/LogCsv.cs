using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Audit;

/// <summary>The log as CSV, with the rules of the extracts: RFC 4180, a byte order mark, no formulas.</summary>
public static class LogCsv
{
    private static readonly Column<LogEntry>[] Columns =
    [
        Column.Time("at", "日時", (LogEntry e) => e.At, "いつ（協定世界時）", "When (UTC)"),
        Column.Text("actor", "操作した人", (LogEntry e) => e.Actor, "だれが", "Who"),
        Column.Text("address", "アドレス", (LogEntry e) => e.Address, "どこから", "From where"),
        Column.Text("action", "操作", (LogEntry e) => e.Action.Code, "何を（コード）", "What (code)"),
        Column.Text("action_name", "操作の名前", (LogEntry e) => e.Action.Name, "何を", "What"),
        Column.Text("subject", "対象", (LogEntry e) => e.Subject, "何に", "To what"),
        Column.Text("outcome", "結果", (LogEntry e) => e.Outcome.Code, "どうなったか（コード）", "With what result (code)"),
        Column.Text("outcome_name", "結果の名前", (LogEntry e) => e.Outcome.Name, "どうなったか", "With what result"),
        Column.Text("detail", "詳細", (LogEntry e) => e.Detail, "メモや理由", "Note or reason"),
    ];

    public static Task WriteAsync(YorozuDbContext db, LogFilter filter, Stream stream, CancellationToken cancellationToken) =>
        CsvDocument.WriteAsync(
            Columns, db.LogEntries.Matching(filter).OrderBy(e => e.Id).Select(e => new LogEntry(e)).AsAsyncEnumerable(), stream, cancellationToken);
}
