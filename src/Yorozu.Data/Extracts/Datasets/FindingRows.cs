using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Extracts.Datasets;

internal static class FindingRows
{
    public static TableExtract Extract { get; } = new(
        "findings",
        "検算結果",
        "合わなかった検算。all=1 で合った合計の検算も含む",
        [
            new("release", "公表番号", ColumnType.Count, "検算した公表") { Required = true },
            new("kind", "種類", ColumnType.Text, "cumulative 累計値、national 全国計、part 内訳の計、revision 既公表値との一致、plausible 通常の範囲") { Required = true },
            new("severity", "重大度", ColumnType.Text, "error 誤り、warning 注意、info 参考") { Required = true },
            new("metric", "指標キー", ColumnType.Text, "metrics.csv の key") { Required = true },
            new("part", "内訳", ColumnType.Text, "内訳の名称。なければ空"),
            new("area_code", "地域コード", ColumnType.Text, "prefectures.csv の code") { Required = true },
            new("area", "地域", ColumnType.Text, "地域の名称") { Required = true },
            new("month", "年月", ColumnType.Month, "検算した月。累計値の欄なら空"),
            new("published", "公表値", ColumnType.Count, "公表資料の値。空は未公表"),
            new("expected", "計算値", ColumnType.Count, "合計、既公表値、または通常の範囲の中央"),
            new("difference", "差", ColumnType.Count, "公表値 − 計算値"),
            new("place", "位置", ColumnType.Text, "公表資料の行:列、HTML は table,row,column（1から数える）") { Required = true },
            new("holds", "一致", ColumnType.Flag, "1 は一致、0 は不一致") { Required = true },
        ],
        [],
        [.. ExtractParameter.Filters, ExtractParameter.WithHolding],
        ReadAsync);

    private static async IAsyncEnumerable<object?[]> ReadAsync(YorozuDbContext db, TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The numbers first: joined to the rule of what stands, SQLite would rather look through all findings.
        var tables = await db.StandingAt(query.View.Version).Matching(query.Filter).Select(t => t.Id).ToListAsync(cancellationToken);
        var findings = db.Findings
            .Where(f => tables.Contains(f.TableId) && (query.WithHolding || !f.Holds))
            .OrderBy(f => f.Table.ReleaseId).ThenBy(f => f.Table.Ordinal).ThenBy(f => f.Id)
            .Select(f => new { Finding = f, f.Table.ReleaseId, f.Table.SourceTable, f.Table.Metric.Key, LastMonth = f.Table.LastMonth ?? f.Table.Release.AsOf })
            .AsAsyncEnumerable();
        await foreach (var row in findings.WithCancellation(cancellationToken))
        {
            var f = row.Finding;
            var area = Area.FromNumber(f.Area);
            // A 累計値 belongs to the month up to which it counts.
            if (!query.Filter.Includes(area) || !query.Filter.Includes(YearMonth.FromNumber(f.Month ?? row.LastMonth))) continue;
            yield return
            [
                (long)row.ReleaseId, f.Kind.Code(), Code(f.Kind.Severity()), row.Key, f.Part, area.Code, area.Name,
                f.Month is { } month ? YearMonth.FromNumber(month).ToString() : null, f.Published, f.Expected, f.Published - f.Expected,
                new SourcePosition(row.SourceTable, f.Row, f.Column).ToString(), f.Holds ? 1L : 0L,
            ];
        }
    }

    private static string Code(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
}
