using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>The result of one check.</summary>
/// <param name="Month">Null for a 累計値.</param>
/// <param name="LastMonth">Up to which month a 累計値 of the table counts.</param>
public sealed record FindingRow(
    int ReleaseId,
    string MetricKey,
    FindingKind Kind,
    bool Holds,
    string Part,
    Area Area,
    YearMonth? Month,
    YearMonth LastMonth,
    long? Published,
    long? Expected,
    SourcePosition Position);

internal static class FindingDataset
{
    private static readonly Column<FindingRow>[] Columns =
    [
        Column.Count("release", "公表番号", (FindingRow r) => r.ReleaseId, "検算した公表", "The release that was checked") with
        {
            IsRequired = true,
            References = ReleaseDataset.Id,
        },
        Column.Text(
            "kind",
            "種類",
            (FindingRow r) => r.Kind.Code(),
            "cumulative 累計値、national 全国計、part 内訳の計、revision 既公表値との一致、plausible 通常の範囲",
            "cumulative: year-to-date total; national: total of Japan; part: total of parts; revision: against the release before; "
                + "plausible: within the usual range") with { IsRequired = true },
        Column.Text(
            "severity",
            "重大度",
            (FindingRow r) => Code(r.Kind.Severity()),
            "error 誤り、warning 注意、info 参考",
            "error, warning or info") with { IsRequired = true },
        Column.Text("metric", "指標キー", (FindingRow r) => r.MetricKey, "metrics.csv の key", "key of metrics.csv") with
        {
            IsRequired = true,
            References = MetricDataset.Key,
        },
        Column.Text("part", "内訳", (FindingRow r) => r.Part, "内訳の名称。なければ空", "The name of the part; empty where there is none"),
        Column.Text(
            "area_code",
            "地域コード",
            (FindingRow r) => r.Area.Code,
            "prefectures.csv の code",
            "code of prefectures.csv") with { IsRequired = true, References = PrefectureDataset.Code },
        Column.Text("area", "地域", (FindingRow r) => r.Area.Name, "地域の名称", "The name of the area, in Japanese") with { IsRequired = true },
        Column.Month("month", "年月", (FindingRow r) => r.Month, "検算した月。累計値の欄なら空", "The month that was checked; empty for a year-to-date total"),
        Column.Count("published", "公表値", (FindingRow r) => r.Published, "公表資料の値。空は未公表", "The figure as published; empty is not published"),
        Column.Count(
            "expected",
            "計算値",
            (FindingRow r) => r.Expected,
            "合計、既公表値、または通常の範囲の中央",
            "The sum, the figure of the release before, or the middle of the usual range"),
        Column.Count("difference", "差", (FindingRow r) => r.Published - r.Expected, "公表値 − 計算値", "Published − expected"),
        Column.Text(
            "place",
            "位置",
            (FindingRow r) => r.Position.ToString(),
            "公表資料の行:列、HTML は table,row,column（1から数える）",
            "line:column of the document, for HTML table,row,column (counted from 1)") with { IsRequired = true },
        Column.Flag("holds", "一致", (FindingRow r) => r.Holds, "1 は一致、0 は不一致", "1 holds, 0 does not") with { IsRequired = true },
    ];

    public static Dataset<FindingRow> Dataset { get; } = new("findings", "検算結果", "合わなかった検算。all=1 で合った合計の検算も含む", Columns, ReadAsync)
    {
        Parameters = [.. ExtractParameter.Filters, ExtractParameter.IncludePassed],
    };

    private static async IAsyncEnumerable<FindingRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The numbers first: joined to the rule of what stands, SQLite would rather look through all findings.
        var tables = await db.StandingAt(query.View.Version).Matching(query.Filter).Select(t => t.Id).ToListAsync(cancellationToken);
        var findings = db.Findings
            .Where(f => tables.Contains(f.TableId) && (query.IncludePassed || !f.Holds))
            .OrderBy(f => f.Table.ReleaseId).ThenBy(f => f.Table.Ordinal).ThenBy(f => f.Id)
            .Select(f => new FindingRow(
                f.Table.ReleaseId,
                f.Table.Metric.Key,
                f.Kind,
                f.Holds,
                f.Part,
                Area.FromNumber(f.Area),
                f.Month == null ? null : YearMonth.FromNumber(f.Month.Value),
                YearMonth.FromNumber(f.Table.LastMonth ?? f.Table.Release.AsOf),
                f.Published,
                f.Expected,
                new SourcePosition(f.Table.SourceTable, f.Row, f.Column)))
            .AsAsyncEnumerable();
        await foreach (var finding in findings.WithCancellation(cancellationToken))
        {
            // A 累計値 belongs to the month up to which it counts.
            if (query.Filter.Includes(finding.Area) && query.Filter.Includes(finding.Month ?? finding.LastMonth)) yield return finding;
        }
    }

    private static string Code(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
}
