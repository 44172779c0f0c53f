using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>The news of one release as CSV: a row for each headline, move, record, revised figure, failed check and new metric.</summary>
public static class ReleaseNewsCsv
{
    private static readonly Column<Row>[] Columns =
    [
        Column.Text(
            "kind",
            "種類",
            (Row r) => r.Kind,
            "latest 最新月の全国値、year 同じく前年同月との比較、move 前月からの大きな動き、record これまでの最多、revision 改訂、"
                + FailureKinds("・") + " 検算の不一致、new_metric 新しい指標",
            "latest: Japan in the latest month; year: the same against the year before; move: a large change from the month before; "
                + "record: the highest so far; revision: a revised figure; " + FailureKinds(", ") + ": a check that failed; new_metric: a new metric"),
        SharedColumns.Metric((Row r) => r.Metric.Key),
        SharedColumns.MetricName((Row r) => r.Metric.Name, r => r.Metric.Key),
        SharedColumns.Part((Row r) => r.Part),
        SharedColumns.AreaCode((Row r) => r.Area),
        SharedColumns.Area((Row r) => r.Area),
        Column.Month("month", "月", (Row r) => r.Month, "YYYY-MM。累計値の検算と、なくなった表では空", "YYYY-MM; empty for the check of a year-to-date total and a missing table"),
        Column.Count(
            "value_from",
            "比べる値",
            (Row r) => r.From,
            "前月や前年同月の値、これまでの最多、改訂前の値、または検算の計算値",
            "The figure of the month or year before, the highest so far, the figure before the revision, or what the check expects"),
        Column.Count("value_to", "値", (Row r) => r.To, "この公表の値", "The figure of this release"),
        Column.Count("difference", "差", (Row r) => r.To - r.From, "値と比べる値の差", "The difference of the two"),
    ];

    public static Task WriteAsync(Stream stream, ReleaseNews news, IEnumerable<LedgerRow> failures, CancellationToken cancellationToken) =>
        CsvDocument.WriteAsync(Columns, Rows(news, failures).ToAsyncEnumerable(), stream, cancellationToken);

    private static string FailureKinds(string separator) =>
        string.Join(separator, CheckKinds.All.Where(k => k.Severity() != Severity.Info).Select(k => k.Code()));

    private static IEnumerable<Row> Rows(ReleaseNews news, IEnumerable<LedgerRow> failures) =>
    [
        .. news.Headlines.Select(h => new Row("latest", h.Metric, h.Part, Area.Nation, h.Month, h.MonthBefore, h.Count)),
        .. news.Headlines.Where(h => h.YearBefore is not null).Select(h => new Row("year", h.Metric, h.Part, Area.Nation, h.Month, h.YearBefore, h.Count)),
        .. news.Moves.Select(m => new Row("move", m.Metric, m.Part, m.Area, m.Month, m.Before, m.After)),
        .. news.Records.Select(r => new Row("record", r.Metric, r.Part, r.Area, r.Month, r.HighestBefore, r.Count)),
        .. news.Revised.Select(r => new Row("revision", r.Metric, r.Part, r.Area, r.Month, r.Before, r.After)),
        .. failures.Select(f => Failure(f.CheckResult, f.Metric)),
        .. news.NewMetrics.Select(m => new Row("new_metric", m, "", Area.Nation, news.AsOf, null, news.Headlines.FirstOrDefault(h => h.Metric == m)?.Count)),
    ];

    private static Row Failure(CheckResult result, Metric metric) =>
        new(result.Kind.Code(), metric, result.Part, result.Area, result.Month, result.Expected, result.Published);

    private sealed record Row(string Kind, Metric Metric, string Part, Area Area, YearMonth? Month, long? From, long? To);
}
