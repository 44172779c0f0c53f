using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>The result of one check.</summary>
/// <param name="Month">Null for a 累計値 and for a missing table.</param>
/// <param name="LastMonth">The last month that a 累計値 of the table includes.</param>
public sealed record CheckResultRow(
    int ReleaseId,
    string MetricKey,
    CheckKind Kind,
    bool Passed,
    string Part,
    Area Area,
    YearMonth? Month,
    YearMonth LastMonth,
    long? Published,
    long? Expected,
    SourcePosition Position)
{
    /// <summary>The least and the greatest count that are not far from the expected one; null for other checks.</summary>
    public (long? Lower, long? Upper) Limits { get; init; }
}

internal static class CheckResultDataset
{
    private static readonly Column<CheckResultRow>[] Columns =
    [
        SharedColumns.Release("release", "公表番号", (CheckResultRow r) => r.ReleaseId, "検算した公表", "The release that was checked"),
        Column.Text(
            "kind",
            "種類",
            (CheckResultRow r) => r.Kind.Code(),
            string.Join("、", CheckKinds.All.Select(k => $"{k.Code()} {k.JapaneseName()}")),
            string.Join("; ", CheckKinds.All.Select(k => $"{k.Code()}: {k.EnglishName()}"))) with
        {
            IsRequired = true,
            Choices = [.. CheckKinds.All.Select(k => k.Code())],
        },
        Column.Text(
            "severity",
            "重大度",
            (CheckResultRow r) => r.Kind.Severity().Code(),
            "error 誤り、warning 注意、info 参考",
            "error, warning or info") with
        {
            IsRequired = true,
            Choices = [.. Enum.GetValues<Severity>().Select(s => s.Code())],
        },
        SharedColumns.Metric((CheckResultRow r) => r.MetricKey),
        SharedColumns.Part((CheckResultRow r) => r.Part),
        SharedColumns.AreaCode((CheckResultRow r) => r.Area),
        SharedColumns.Area((CheckResultRow r) => r.Area),
        Column.Month(
            "month",
            "年月",
            (CheckResultRow r) => r.Month,
            "検算した月。累計値の欄と、なくなった表では空",
            "The month that was checked; empty for a year-to-date total and a missing table"),
        Column.Count("published", "公表値", (CheckResultRow r) => r.Published, "公表資料の値。空は未公表", "The figure as published; empty is not published"),
        Column.Count(
            "expected",
            "計算値",
            (CheckResultRow r) => r.Expected,
            "合計、前回までの公表値、またはふだんの範囲の中央",
            "The sum, the figure of the release before, or the middle of the usual range"),
        Column.Count("difference", "差", (CheckResultRow r) => r.Published - r.Expected, "公表値 − 計算値", "Published − expected"),
        Column.Text(
            "place",
            "位置",
            (CheckResultRow r) => r.Position.ToString(),
            "公表資料の位置（1から数える）。テキストは 12:3（行:列）、HTML は table 2,row 3,column 4、"
                + "Excelブックは sheet 1,cell B7。なくなった表では空",
            "The position in the document, counted from 1: 12:3 (line:column) in text, table 2,row 3,column 4 in HTML, "
                + "sheet 1,cell B7 in a workbook; empty for a missing table"),
        Column.Flag("holds", "一致", (CheckResultRow r) => r.Passed, "1 は一致、0 は不一致", "1 passed, 0 failed") with { IsRequired = true },
        Column.Count(
            "lower_limit",
            "下限",
            (CheckResultRow r) => r.Limits.Lower,
            $"{CheckKind.Plausible.Code()} の、ふだんの範囲の最小の値。計算のしかたは /about#plausible。ほかの種類と、この列ができる前に取り込んだ公表は空",
            $"The least count of the usual range, for {CheckKind.Plausible.Code()}: /about#plausible has the formula; empty for other kinds and for "
                + "releases imported before this column was added"),
        Column.Count(
            "upper_limit",
            "上限",
            (CheckResultRow r) => r.Limits.Upper,
            "同じく最大の値。下限と上限の間でも、数字の入れ違いなどと見られる値は不一致",
            "The greatest such count; a count between the two still fails where a slip of digits explains it"),
    ];

    public static Dataset<CheckResultRow> Dataset { get; } = new("findings", "検算結果", "合わなかった検算。all=1 で合った合計の検算も含む", Columns, ReadAsync)
    {
        IsComputed = true,
        Parameters = [.. ExtractParameter.Filters, ExtractParameter.IncludePassed],
    };

    private static async IAsyncEnumerable<CheckResultRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Fetch the ids first: joined to the query for these tables, SQLite would scan all check results.
        var tables = await db.StandingAt(query.Snapshot).Matching(query.Filter).Select(t => t.Id).ToListAsync(cancellationToken);
        var results = db.CheckResults
            .Where(f => tables.Contains(f.TableId) && (query.IncludePassed || !f.Passed))
            .OrderBy(f => f.Table.ReleaseId).ThenBy(f => f.Table.Ordinal).ThenBy(f => f.Id)
            .Select(f => new CheckResultRow(
                f.Table.ReleaseId,
                f.Table.Metric.Key,
                f.Kind,
                f.Passed,
                f.Part,
                Area.FromNumber(f.Area),
                f.Month == null ? null : YearMonth.FromNumber(f.Month.Value),
                YearMonth.FromNumber(f.Table.LastMonth ?? f.Table.Release.AsOf),
                f.Published,
                f.Expected,
                new SourcePosition(f.Table.SourceTable, f.Row, f.Column))
            {
                Limits = new ValueTuple<long?, long?>(f.LowerLimit, f.UpperLimit),
            })
            .AsAsyncEnumerable();
        await foreach (var result in results.WithCancellation(cancellationToken))
        {
            // A 累計値 belongs to the last month it includes.
            if (query.Filter.Includes(result.Part) && query.Filter.Includes(result.Area) && query.Filter.Includes(result.Month ?? result.LastMonth))
            {
                yield return result;
            }
        }

        // A missing table has no parts.
        if (!query.Filter.Includes(Area.Nation) || query.Filter.Parts.Count > 0) yield break;
        foreach (var missing in await MissingAsync(db, query, cancellationToken))
        {
            if (query.Filter.Includes(missing.LastMonth)) yield return missing;
        }
    }

    private static async Task<List<CheckResultRow>> MissingAsync(YorozuDbContext db, DatasetQuery query, CancellationToken cancellationToken)
    {
        var filter = query.Filter;
        var missing = db.MissingAt(query.Snapshot);
        if (filter.Metrics.Count > 0) missing = missing.Where(m => filter.Metrics.Contains(m.Metric.Key));
        if (filter.Sections.Count > 0) missing = missing.Where(m => filter.Sections.Contains(m.Metric.Section));
        if (filter.FiscalYears.Count > 0)
        {
            var years = filter.FiscalYears.Select(y => y.StartYear).ToList();
            missing = missing.Where(m => years.Contains(m.Release.FiscalYear));
        }

        return await missing
            .OrderBy(m => m.ReleaseId).ThenBy(m => m.Metric.Order)
            .Select(m => new CheckResultRow(
                m.ReleaseId, m.Metric.Key, CheckKind.Missing, false, "", Area.Nation, null, YearMonth.FromNumber(m.Release.AsOf), null, null,
                SourcePosition.Nowhere))
            .ToListAsync(cancellationToken);
    }
}
