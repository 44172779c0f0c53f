using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Queries.Checks;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Web.Wording;

/// <summary>Checks and their results in words.</summary>
public static class FindingWords
{
    public static string Name(this FindingKind kind, IStringLocalizer<UiText> text) => kind switch
    {
        FindingKind.Cumulative => text["累計値"],
        FindingKind.National => text["全国計"],
        FindingKind.Part => text["内訳の計"],
        FindingKind.Revision => text["改訂"],
        FindingKind.Plausible => text["ふだんと違う値"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such check."),
    };

    /// <summary>A sum holds or fails; a revised or unusual figure is neither.</summary>
    public static bool IsSum(this FindingKind kind) => kind is FindingKind.Cumulative or FindingKind.National or FindingKind.Part;

    public static string Explanation(this FindingKind kind, IStringLocalizer<UiText> text) => kind switch
    {
        FindingKind.Cumulative => text["各月の値の和が、公表された累計値と一致するか"],
        FindingKind.National => text["47都道府県の和が、公表された合計と一致するか"],
        FindingKind.Part => text["内訳の和が、公表された合計と一致するか"],
        FindingKind.Revision => text["以前に公表された値から変わっていないか"],
        FindingKind.Plausible => text["その拠点のふだんの範囲に収まっているか"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such check."),
    };

    /// <summary>11月, or 累計値.</summary>
    public static string Column(this Finding finding, IStringLocalizer<UiText> text) => finding.Month?.FullName() ?? text["累計値"];

    /// <summary>一致, or for what is no error 改訂 or 要確認, or 不一致.</summary>
    public static string Result(this Finding finding, IStringLocalizer<UiText> text) => (finding.Holds, finding.Severity) switch
    {
        (true, _) => text["一致"],
        (_, Severity.Error) => text["不一致"],
        (_, Severity.Warning) => text["要確認"],
        _ => text["改訂"],
    };

    /// <summary>大分県（自らの累計値も不一致）, or 大分県（前回から+30）.</summary>
    public static string InWords(this Suspect suspect, IStringLocalizer<UiText> text) => suspect.Change is { } change
        ? text["{0}（前回の公表から{1}）", suspect.Area.DisplayName(), Words.Change(change)]
        : text["{0}（自らの累計値も不一致）", suspect.Area.DisplayName()];
}
