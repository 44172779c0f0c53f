using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Queries.Checks;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Web.Wording;

/// <summary>Checks and their results in words.</summary>
public static class CheckWords
{
    public static string DisplayName(this CheckKind kind) => UiLanguage.IsEnglish ? kind.EnglishName() : kind.JapaneseName();

    /// <summary>What the check asks.</summary>
    public static string Question(this CheckKind kind) => UiLanguage.IsEnglish ? kind.EnglishQuestion() : kind.JapaneseQuestion();

    /// <summary>2026年11月, 累計値, or empty for a whole table.</summary>
    public static string Column(this CheckResult result, IStringLocalizer<UiText> text) =>
        result.Kind == CheckKind.Missing ? "" : result.Month?.FullName() ?? text["累計値"];

    /// <summary>一致, 不一致, 要確認 (a warning) or 改訂 (a revision).</summary>
    public static string Result(this CheckResult result, IStringLocalizer<UiText> text) => (result.Passed, result.Severity) switch
    {
        (true, _) => text["一致"],
        (_, Severity.Error) => text["不一致"],
        (_, Severity.Warning) => text["要確認"],
        (_, Severity.Info) => text["改訂"],
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Severity, "There is no such severity."),
    };

    /// <summary>大分県（自らの累計値も不一致）, or 大分県（前回の公表から+30）.</summary>
    public static string InWords(this Suspect suspect, IStringLocalizer<UiText> text) => suspect.Change is { } change
        ? text["{0}（前回の公表から{1}）", suspect.Area.DisplayName(), Words.Change(change)]
        : text["{0}（自らの累計値も不一致）", suspect.Area.DisplayName()];
}
