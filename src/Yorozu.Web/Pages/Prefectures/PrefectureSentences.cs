using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>A metric of a prefecture in words: the latest month, the year so far, its share and rank.</summary>
public static class PrefectureSentences
{
    public static string Lead(PrefectureRow row, Area area, IStringLocalizer<UiText> text)
    {
        var (metric, name, months) = (row.Table.Metric, area.DisplayName(), row.Table.PublishedMonths);
        var span = row.Table.Year.MonthSpan(months);
        if (row.Latest is not { } latest) return text["{0}の{1}は、{2}にはまだ公表されていません。", name, metric.DisplayName(), row.Table.Year.DisplayName()];

        IEnumerable<string> sentences =
        [
            .. row.HasMonths ? [Month()] : Array.Empty<string>(),
            .. row.Now.Rank is null ? [] : new[] { Total() },
            .. row.HasYearBefore ? [] : new[] { NothingBefore() },
        ];
        return string.Join(UiLanguage.IsEnglish ? " " : "", sentences);

        string Month() => latest.ChangeOnYear is { } change
            ? text["{0}の{1}は{2}に{3}で、前年同月比は{4}です。", name, metric.DisplayName(), latest.Month.FullName(), Count(latest.Value), Words.PercentChange(change)]
            : text["{0}の{1}は{2}に{3}です。", name, metric.DisplayName(), latest.Month.FullName(), Count(latest.Value)];

        string Total()
        {
            if (!row.HasMonths) return Ratio();
            var (share, rank) = (Words.Percent(row.Now.Share), row.Now.Rank);
            if (months == 1) return text["全国の{0}で、47都道府県のうち{1}位です。", share, rank!];
            var total = Count(row.Now.Total);
            return row is { ChangeOnYear: { } change, Before.Rank: { } before }
                ? text["{0}の累計は{1}（前年同期比{2}）で、全国の{3}、年度累計の順位は{4}位（前年は{5}位）です。", span, total, Words.PercentChange(change), share, rank!, before]
                : text["{0}の累計は{1}で、全国の{2}、年度累計の順位は{3}位です。", span, total, share, rank!];
        }

        string Ratio()
        {
            var (rank, value) = (row.Now.Rank!, Count(row.Now.Total));
            return row.Before.Total is { } before
                ? text["{0}の{1}は{2}の累計で{3}（前年の同じ期間は{4}）、47都道府県のうち{5}位です。", name, metric.DisplayName(), span, value, Count(before), rank]
                : text["{0}の{1}は{2}の累計で{3}、47都道府県のうち{4}位です。", name, metric.DisplayName(), span, value, rank];
        }

        string NothingBefore() => text["前の年度の同じ指標は未公表のため、前年とは比べていません。"];

        string Count(double? count) => Words.WithUnit(count, metric);
    }
}
