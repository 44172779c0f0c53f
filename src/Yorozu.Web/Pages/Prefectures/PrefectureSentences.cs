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
            .. row.Now.Rank switch { null => [], { Place: null } => new[] { Nothing() }, _ => [Total()] },
            .. row.HasYearBefore ? [] : new[] { NothingBefore() },
        ];
        return string.Join(UiLanguage.IsEnglish ? " " : "", sentences);

        string Month() => Words.NotableChange(latest.ChangeOnYear, metric) is { } change
            ? text["{0}の{1}は{2}に{3}で、前年同月比は{4}です。", name, metric.DisplayName(), latest.Month.FullName(), Count(latest.Value), change]
            : text["{0}の{1}は{2}に{3}です。", name, metric.DisplayName(), latest.Month.FullName(), Count(latest.Value)];

        string Total()
        {
            if (!row.HasMonths) return Ratio();
            var (share, rank) = (Words.ShareOfNation(row.Now.Share), Words.Place(row.Now.Rank));
            if (months == 1) return text["{0}で、47都道府県のうち{1}位です。", share, rank];
            var total = Count(row.Now.Total);
            if (row is not { ChangeOnYear: { } change, Before.Rank: { Place: not null } before })
            {
                return row.Table.IsWhole
                    ? text["年度計は{0}で、{1}、年度の順位は{2}位です。", total, share, rank]
                    : text["{0}の累計は{1}で、{2}、年度累計の順位は{3}位です。", span, total, share, rank];
            }

            var (changed, was) = (Words.Change(change, metric), Words.Place(before));
            return row.Table.IsWhole
                ? text["年度計は{0}（前年度比{1}）で、{2}、年度の順位は{3}位（前年度は{4}位）です。", total, changed, share, rank, was]
                : text["{0}の累計は{1}（前年同期比{2}）で、{3}、年度累計の順位は{4}位（前年は{5}位）です。", span, total, changed, share, rank, was];
        }

        string Ratio()
        {
            var (rank, value) = (Words.Place(row.Now.Rank), Count(row.Now.Total));
            return row.Before.Total is { } before
                ? text["{0}の{1}は{2}の累計で{3}（前年の同じ期間は{4}）、47都道府県のうち高い順で{5}位です。", name, metric.DisplayName(), span, value, Count(before), rank]
                : text["{0}の{1}は{2}の累計で{3}、47都道府県のうち高い順で{4}位です。", name, metric.DisplayName(), span, value, rank];
        }

        string Nothing() => row.Table.IsWhole
            ? text["年度計は{0}で、{1}都道府県が同じです。", Count(row.Now.Total), row.Now.Rank!.Sharing]
            : text["{0}の累計は{1}で、{2}都道府県が同じです。", span, Count(row.Now.Total), row.Now.Rank!.Sharing];

        string NothingBefore() => text["前の年度の同じ指標は未公表のため、前年とは比べていません。"];

        string Count(double? count) => Words.WithUnit(count, metric);
    }
}
