using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>Changes on the year, shares of the nation, or ranks, over the months of a year or of all years.</summary>
internal static class RatioTrend
{
    public static TrendFigure Of(TrendSubject subject, TrendChoice choice, IStringLocalizer<UiText> text)
    {
        var (name, area, view) = (subject.Metric.DisplayName(), subject.Area, choice.View);
        var isLong = choice.Span == TrendSpan.All;
        var months = (isLong ? subject.Months : subject.Table.Year.Months).ToList();
        // The nation is all of itself, and has no rank.
        var areas = area.IsNation && view != TrendView.Yoy ? subject.Lines : [area, .. subject.Lines];
        var kind = areas.Count > 1 ? TrendColumnKind.Line : view == TrendView.Yoy ? TrendColumnKind.Bar : TrendColumnKind.Main;
        var columns = areas.Select(a => new TrendColumn(a.DisplayName(), kind, [.. months.Select(m => Value(subject, a, m, view))])
        {
            Counts = [.. months.Select(m => subject.Compared(a, m))],
            Label = areas.Count > 1 ? a.DisplayName() : "",
        }).ToList();
        var period = isLong ? LongTrend.Period(months, columns[0].Values, text) : subject.Table.Year.DisplayName();
        var unit = view == TrendView.Rank ? text["位"].Value : "%";
        var caption = view switch
        {
            TrendView.Yoy => text["{0}の前年同月比", name],
            TrendView.Share => text["{0}の全国比", name],
            _ when subject.IsYearToDate => text["{0}の年度累計の順位（47都道府県のうち）", name],
            _ => text["{0}の月の値の順位（47都道府県のうち）", name],
        };
        return new TrendFigure(
            areas.Count > 1 ? caption : TrendSentences.Ratio(subject, view, months, columns[0].Values, text) ?? caption,
            text["単位: {0}　{1}", unit, text["{0}、{1}", Block.Subject.Names(areas, text), period]],
            period,
            new TrendTable(caption, unit, columns)
            {
                IsChange = view == TrendView.Yoy,
                IsRank = view == TrendView.Rank,
                Labels = isLong ? LongTrend.Labels(months) : TrendTable.MonthsOfAYear,
            },
            From(subject, view, isLong))
        {
            Note = view == TrendView.Yoy && columns[0].Values.All(v => v is null)
                ? text["前年度の同じ月が公表されていないため、前年同月比はありません。"].Value
                : null,
        };
    }

    public static double? Value(TrendSubject subject, Area area, YearMonth month, TrendView view) => view switch
    {
        TrendView.Yoy => 100 * Ratio.Change(subject.Compared(area, month), subject.Compared(area, month.AddMonths(-12))),
        TrendView.Share => 100 * Ratio.Share(subject.Compared(area, month), subject.Compared(Area.Nation, month)),
        _ => RankOf(subject, area, month),
    };

    private static int? RankOf(TrendSubject subject, Area area, YearMonth month) =>
        Rank.Of(subject.Compared(area, month), subject.YearOf(month)?.Prefectures.Select(p => subject.Compared(p, month)) ?? []);

    private static IReadOnlyList<MetricYear> From(TrendSubject subject, TrendView view, bool isLong)
    {
        if (isLong) return subject.Years;
        return view == TrendView.Yoy && subject.Before is { } before ? [subject.Table, before] : [subject.Table];
    }
}
