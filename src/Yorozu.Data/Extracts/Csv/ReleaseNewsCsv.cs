using Yorozu.Data.Extracts.Datasets;
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
            "latest 最新月の全国値、year 同じく前年同月との比較、move 前月からの大きな動き、record これまでの最多、revision 改訂、cumulative・national・part・plausible 検算の不一致、new_metric 新しい指標",
            "latest: Japan in the latest month; year: the same against the year before; move: a large change from the month before; "
                + "record: the highest so far; revision: a revised figure; "
                + "cumulative, national, part, plausible: a check that failed; new_metric: a new metric"),
        Column.Text("metric", "指標コード", (Row r) => r.Metric.Key, "指標のキー", "The key of the metric"),
        Column.Text("metric_name", "指標", (Row r) => r.Metric.Name, "指標の名称", "The name of the metric"),
        Column.Text("part", "内訳", (Row r) => r.Part, "内訳の名称", "The name of the part"),
        Column.Text("area_code", "地域コード", (Row r) => r.Area.Code, "00 全国、01–47 都道府県", "00 Japan, 01–47 prefectures"),
        Column.Text("area", "地域", (Row r) => r.Area.Name, "地域の名称", "The name of the area, in Japanese"),
        Column.Month("month", "月", (Row r) => r.Month, "YYYY-MM。累計値の検算なら空", "YYYY-MM; empty for the check of a year-to-date total"),
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
