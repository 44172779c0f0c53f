using Yorozu.Data.Queries;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts;

/// <summary>What is new in one release, as CSV: a row for each headline, move, record and revised figure.</summary>
public static class ReleaseNewsCsv
{
    private static readonly Column[] Columns =
    [
        new("kind", "種類", ColumnType.Text, "latest 最新月の全国値、move 前月からの大きな動き、record これまでの最多、revision 改訂"),
        new("metric", "指標コード", ColumnType.Text, "指標のキー"),
        new("metric_name", "指標", ColumnType.Text, "指標の名称"),
        new("part", "内訳", ColumnType.Text, "内訳の名称"),
        new("area_code", "地域コード", ColumnType.Text, "00 全国、01–47 都道府県"),
        new("area", "地域", ColumnType.Text, "地域の名称"),
        new("month", "月", ColumnType.Month, "YYYY-MM"),
        new("value_from", "比べる値", ColumnType.Count, "前月の値、これまでの最多、または改訂前の値"),
        new("value_to", "値", ColumnType.Count, "この公表の値"),
        new("difference", "差", ColumnType.Count, "値と比べる値の差"),
    ];

    public static Task WriteAsync(Stream stream, ReleaseNews news, CancellationToken cancellationToken) =>
        CsvDocument.WriteAsync(stream, new CsvFormat(), Columns, output => WriteRowsAsync(output, news, cancellationToken), cancellationToken);

    private static async Task WriteRowsAsync(CsvOutput output, ReleaseNews news, CancellationToken cancellationToken)
    {
        foreach (var h in news.Headlines) await RowAsync("latest", h.Metric, h.Part, Area.Nation, h.Month, h.MonthBefore, h.Count);
        foreach (var m in news.Moves) await RowAsync("move", m.Metric, m.Part, m.Area, m.Month, m.Before, m.After);
        foreach (var r in news.Records) await RowAsync("record", r.Metric, r.Part, r.Area, r.Month, r.HighestBefore, r.Count);
        foreach (var r in news.Revised) await RowAsync("revision", r.Metric, r.Part, r.Area, r.Month, r.Before, r.After);

        async ValueTask RowAsync(string kind, Metric metric, string part, Area area, YearMonth month, long? from, long? to)
        {
            output.Text(kind);
            output.Text(metric.Key);
            output.Text(metric.Name);
            output.Text(part);
            output.Code(area.Number);
            output.Text(area.Name);
            output.Month(month.Number);
            output.Number(from);
            output.Number(to);
            output.Number(to - from);
            await output.EndRowAsync(cancellationToken);
        }
    }
}
