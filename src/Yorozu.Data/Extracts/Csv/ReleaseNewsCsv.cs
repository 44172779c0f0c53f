using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>What is new in one release, as CSV: a row for each headline, move, record, revised figure, failed check and new metric.</summary>
public static class ReleaseNewsCsv
{
    private static readonly Column[] Columns =
    [
        new("kind", "種類", ColumnType.Text, "latest 最新月の全国値、year 同じく前年同月との比較、move 前月からの大きな動き、record これまでの最多、revision 改訂、cumulative・national・part・plausible 検算の不一致、new_metric 新しい指標"),
        new("metric", "指標コード", ColumnType.Text, "指標のキー"),
        new("metric_name", "指標", ColumnType.Text, "指標の名称"),
        new("part", "内訳", ColumnType.Text, "内訳の名称"),
        new("area_code", "地域コード", ColumnType.Text, "00 全国、01–47 都道府県"),
        new("area", "地域", ColumnType.Text, "地域の名称"),
        new("month", "月", ColumnType.Month, "YYYY-MM。累計値の検算なら空"),
        new("value_from", "比べる値", ColumnType.Count, "前月や前年同月の値、これまでの最多、改訂前の値、または検算の計算値"),
        new("value_to", "値", ColumnType.Count, "この公表の値"),
        new("difference", "差", ColumnType.Count, "値と比べる値の差"),
    ];

    public static Task WriteAsync(Stream stream, ReleaseNews news, IEnumerable<LedgerRow> failures, CancellationToken cancellationToken) =>
        CsvDocument.WriteAsync(stream, new CsvFormat(), Columns, output => WriteRowsAsync(output, news, failures, cancellationToken), cancellationToken);

    private static async Task WriteRowsAsync(CsvOutput output, ReleaseNews news, IEnumerable<LedgerRow> failures, CancellationToken cancellationToken)
    {
        foreach (var h in news.Headlines) await RowAsync("latest", h.Metric, h.Part, Area.Nation, h.Month, h.MonthBefore, h.Count);
        foreach (var h in news.Headlines.Where(h => h.YearBefore is not null)) await RowAsync("year", h.Metric, h.Part, Area.Nation, h.Month, h.YearBefore, h.Count);
        foreach (var m in news.Moves) await RowAsync("move", m.Metric, m.Part, m.Area, m.Month, m.Before, m.After);
        foreach (var r in news.Records) await RowAsync("record", r.Metric, r.Part, r.Area, r.Month, r.HighestBefore, r.Count);
        foreach (var r in news.Revised) await RowAsync("revision", r.Metric, r.Part, r.Area, r.Month, r.Before, r.After);
        foreach (var (f, metric, _, _) in failures) await RowAsync(f.Kind.Code(), metric, f.Part, f.Area, f.Month, f.Expected, f.Published);
        foreach (var m in news.NewMetrics) await RowAsync("new_metric", m, "", Area.Nation, news.AsOf, null, news.Headlines.FirstOrDefault(h => h.Metric == m)?.Count);

        async ValueTask RowAsync(string kind, Metric metric, string part, Area area, YearMonth? month, long? from, long? to)
        {
            output.Text(kind);
            output.Text(metric.Key);
            output.Text(metric.Name);
            output.Text(part);
            output.Code(area.Number);
            output.Text(area.Name);
            if (month is { } m) output.Month(m.Number);
            else output.Number(null);
            output.Number(from);
            output.Number(to);
            output.Number(to - from);
            await output.EndRowAsync(cancellationToken);
        }
    }
}
