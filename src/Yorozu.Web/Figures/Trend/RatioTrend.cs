using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Views;
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
        var kind = areas.Count > 1 ? SeriesKind.Line : view == TrendView.Yoy ? SeriesKind.Bar : SeriesKind.Main;
        var columns = areas.Select(a => Column(subject, a, months, choice.View, kind) with
        {
            Counts = [.. months.Select(m => subject.Compared(a, m))],
            Label = areas.Count > 1 ? a.DisplayName() : "",
        }).ToList();
        var period = isLong ? LongTrend.Period(months, columns[0].Values, text) : subject.Table.Year.DisplayName();
        var unit = UnitOf(subject.Metric, view, text);
        var caption = view switch
        {
            TrendView.Yoy when subject.IsYearToDate => text["{0}の前年同期比", name],
            TrendView.Yoy => text["{0}の前年同月比", name],
            TrendView.Share => text["{0}の全国比", name],
            _ when subject.IsYearToDate => text["{0}の年度累計の順位（47都道府県のうち高い順）", name],
            _ => text["{0}の月の値の順位（47都道府県のうち）", name],
        };
        return new TrendFigure(
            areas.Count > 1 ? caption : TrendSentences.Ratio(subject, view, months, columns[0].Values, text) ?? caption,
            text["単位: {0}　{1}", unit, text["{0}、{1}", Block.Subject.Names(areas, text), period]]
                + (subject.IsYearToDate ? text["　各月の欄は4月からその月までの累計による値"] : ""),
            period,
            new TrendTable(caption, subject.Metric, unit, columns)
            {
                IsChange = view == TrendView.Yoy,
                IsRank = view == TrendView.Rank,
                Labels = isLong ? LongTrend.Labels(months) : TrendTable.MonthsOfAYear,
            },
            From(subject, view, isLong))
        {
            Note = view == TrendView.Yoy && columns[0].Values.All(v => v is null) ? FigureViews.NoYearBefore(subject.IsYearToDate, text) : null,
        };
    }

    /// <summary>位 of ranks, % of shares, % or ポイント of changes.</summary>
    public static string UnitOf(Metric metric, TrendView view, IStringLocalizer<UiText> text) => view switch
    {
        TrendView.Rank => text["位"],
        TrendView.Yoy => FigureView.Yoy.Unit(metric),
        _ => "%",
    };

    public static TrendColumn Column(TrendSubject subject, Area area, IReadOnlyList<YearMonth> months, TrendView view, SeriesKind kind)
    {
        if (view != TrendView.Rank) return new TrendColumn(area.DisplayName(), kind, [.. months.Select(m => Value(subject, area, m, view))]);
        var ranks = months.Select(m => RankOf(subject, area, m)).ToList();
        return new TrendColumn(area.DisplayName(), kind, [.. ranks.Select(r => (double?)r?.Place)]) { Ranks = ranks };
    }

    /// <summary>A change or share of a month, in percent or points.</summary>
    public static double? Value(TrendSubject subject, Area area, YearMonth month, TrendView view) => 100 * (view == TrendView.Yoy
        ? Ratio.Change(subject.Compared(area, month), subject.Compared(area, month.AddMonths(-12)), subject.Metric)
        : Ratio.Share(subject.Compared(area, month), subject.Compared(Area.Nation, month)));

    /// <summary>The rank of a month.</summary>
    public static Rank? RankOf(TrendSubject subject, Area area, YearMonth month) =>
        Rank.Of(subject.Compared(area, month), [.. subject.YearOf(month)?.Prefectures.Select(p => subject.Compared(p, month)) ?? []]);

    private static IReadOnlyList<MetricYear> From(TrendSubject subject, TrendView view, bool isLong)
    {
        if (isLong) return subject.Years;
        return view == TrendView.Yoy && subject.Before is { } before ? [subject.Table, before] : [subject.Table];
    }
}
