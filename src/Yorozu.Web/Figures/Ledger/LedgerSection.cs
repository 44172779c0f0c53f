using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ledger;

/// <summary>One kind of result with its own count: sums either pass or fail; a revised or unusual figure is neither.</summary>
/// <param name="Remark">What the result means, or why there is none; empty where the heading says it all.</param>
/// <param name="Table">Null where there is nothing to list.</param>
/// <param name="IsFolded">Only the first rows are open.</param>
public sealed record LedgerSection(string Id, string Heading, string Remark, LedgerTable? Table, bool IsFolded)
{
    private static readonly CheckKind[] Others = [CheckKind.Missing, CheckKind.Repeated, CheckKind.Revision, CheckKind.Plausible];

    /// <summary>Every check that the filter lets through.</summary>
    public static IReadOnlyList<LedgerSection> OfList(
        IReadOnlyList<LedgerRow> rows,
        IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> suspects,
        IReadOnlyList<CheckTally> tallies,
        bool failuresOnly,
        CheckKind? kind,
        bool showsMetric,
        IStringLocalizer<UiText> text)
    {
        var sums = rows.Where(r => r.CheckResult.Kind.IsSum()).ToList();
        var failed = sums.Count(r => !r.CheckResult.Passed);
        var heading = (failed, failuresOnly) switch
        {
            (0, true) => text["不一致はありません"],
            (_, true) => text["不一致 {0}件", Words.Count(failed)],
            _ => SumsHeading(sums.Count, failed, text),
        };
        // A figure that the page does not print cannot be checked.
        var hasNoTotals = !showsMetric && tallies.Count > 0 && tallies.All(t => t.Kind != CheckKind.Cumulative);
        var remark = sums.Count == 0 && !failuresOnly ? text["年度や検算の種類を変えてみてください。改訂とふだんと違う値は、該当するものだけを記録しています。"].Value
            : hasNoTotals ? text["この指標の公表資料に累計値はありません（公表累計なし）。"].Value
            : "";
        var table = sums.Count == 0 ? null : LedgerTable.Of(text["公表値と計算値。一致しないものが先"], sums, suspects, text, showsMetric);
        var others = Others.SelectMany(OfKind).ToList();
        var isOtherKind = kind is { } asked && !asked.IsSum();
        return isOtherKind && others.Count > 0 ? others : [new LedgerSection("rows", heading, remark, table, IsFolded: false), .. others];

        IEnumerable<LedgerSection> OfKind(CheckKind of) => OfOther(of, rows, suspects, showsMetric, isFolded: kind is null, text);
    }

    /// <summary>What failed, first the sums.</summary>
    public static IReadOnlyList<LedgerSection> OfOverview(
        IReadOnlyList<LedgerRow> rows, IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> suspects, IStringLocalizer<UiText> text)
    {
        var failed = rows.Where(r => r.CheckResult.Kind.IsSum()).ToList();
        var errors = failed.Count == 0
            ? new LedgerSection("failures", text["不一致はありません"], AllHold(text), null, IsFolded: false)
            : new LedgerSection(
                "failures",
                text["不一致 {0}件", Words.Count(failed.Count)],
                text["▲は、公表値が計算値と一致しないものです。新しいものから並べています。"],
                FailedTable(failed, suspects, text),
                IsFolded: true);
        return [errors, .. Others.SelectMany(k => OfOther(k, rows, suspects, true, true, text))];
    }

    /// <summary>What a release fails: its sums and the tables it lacks, and its unusual values.</summary>
    public static (IReadOnlyList<LedgerSection> Failures, IReadOnlyList<LedgerSection> Unusual) OfRelease(
        ReleaseChanges changes,
        IReadOnlyList<LedgerRow> failures,
        IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> suspects,
        IStringLocalizer<UiText> text)
    {
        var failed = failures.Where(r => r.CheckResult.Kind.IsSum()).ToList();
        var table = failed.Count == 0 ? null : FailedTable(failed, suspects, text);
        var remark = changes is { Checked: > 0, Failed: 0 } ? AllHold(text) : "";
        var sums = new LedgerSection("failures", SumsHeading(changes.Checked, changes.Failed, text), remark, table, IsFolded: true);
        return ([sums, .. OfKind(CheckKind.Missing), .. OfKind(CheckKind.Repeated)], [.. OfKind(CheckKind.Plausible)]);

        IEnumerable<LedgerSection> OfKind(CheckKind kind) => OfOther(kind, failures, suspects, showsMetric: true, isFolded: true, text);
    }

    private static LocalizedString AllHold(IStringLocalizer<UiText> text) => text["公表された累計値と合計はすべて、月の値から計算したものと一致しました。"];

    private static string SumsHeading(int @checked, int failed, IStringLocalizer<UiText> text) => (@checked, failed) switch
    {
        (0, _) => text["当てはまる検算はありません"],
        (_, 0) => text["検算した{0}か所はすべて一致", Words.Count(@checked)],
        _ => text["検算した{0}か所のうち{1}か所が不一致", Words.Count(@checked), Words.Count(failed)],
    };

    private static LedgerTable FailedTable(
        IEnumerable<LedgerRow> failed, IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> suspects, IStringLocalizer<UiText> text) =>
        LedgerTable.Of(text["公表された合計や累計値と、計算した値が違うもの"], failed, suspects, text);

    private static IEnumerable<LedgerSection> OfOther(
        CheckKind kind,
        IReadOnlyList<LedgerRow> rows,
        IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> suspects,
        bool showsMetric,
        bool isFolded,
        IStringLocalizer<UiText> text)
    {
        var found = rows.Where(r => r.CheckResult.Kind == kind && !r.CheckResult.Passed).ToList();
        if (found.Count == 0) return [];
        var count = Words.Count(found.Count);
        var (id, heading, remark, caption) = kind switch
        {
            CheckKind.Missing => ("missing", text["なくなった表 {0}件", count], text["前の公表にあり、その次の公表にない表です。前の公表の値がそのまま残ります。"], text["なくなった表"]),
            CheckKind.Repeated => (
                "repeated",
                text["同じ値の繰り返し {0}件", count],
                text["前の月、またはほかの表と同じ値が並んでいます。写し間違いでないか確かめてください。"],
                text["同じ値の繰り返し。計算値の欄は前の月、またはほかの表の値"]),
            CheckKind.Revision => ("revisions", text["改訂 {0}件", count], text["各年度の最新の公表で、その前の公表から変わった値です。"], text["改訂された値。計算値の欄は改訂前の値"]),
            _ => ("warnings", text["ふだんと違う値 {0}件", count], text["誤りとは限りません。その拠点のほかの月と、同じ月のほかの拠点の動きから見て、かけ離れている値です。"], text["ふだんと違う値。計算値の欄はふだんの値"]),
        };
        return [new LedgerSection(id, heading, remark, LedgerTable.Of(caption, found, suspects, text, showsMetric, showsKind: false), isFolded)];
    }
}
