using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>Fiscal years as bars. While the latest is unfinished, the same months of the others are filled and the rest is lighter.</summary>
internal static class AnnualTrend
{
    public static TrendFigure Of(TrendSubject subject, IStringLocalizer<UiText> text)
    {
        var years = subject.Span.ToList();
        var latest = subject.Years.MaxBy(y => y.Year)!;
        var months = latest.PublishedMonths;
        var isWhole = months is 0 or 12;
        var totals = years.ConvertAll(y => At(y, 11));
        var same = isWhole ? totals : years.ConvertAll(y => At(y, months - 1));
        var sameMonths = latest.Year.MonthSpan(months);
        var (name, unit, isRatio) = (subject.Metric.DisplayName(), subject.Metric.UnitName(), subject.Metric.Formula is not null);
        var whole = isRatio ? text["年度全体"] : text["年度計"];
        TrendColumn[] columns = isWhole
            ? [TrendColumn.Of(whole, SeriesKind.Same, totals), Change(text["前年度比"])]
            : isRatio ?
            [
                TrendColumn.Of(text["{0}（同期間）", sameMonths], SeriesKind.Same, same),
                TrendColumn.Of(whole, SeriesKind.None, totals),
                Change(text["前年同期比"]),
            ]
            :
            [
                TrendColumn.Of(text["{0}（同期間）", sameMonths], SeriesKind.Same, same),
                TrendColumn.Of(text["残りの月"], SeriesKind.Rest, [.. totals.Zip(same, (t, s) => t - s)]),
                TrendColumn.Of(whole, SeriesKind.Total, totals),
                Change(text["前年同期比"]),
            ];
        return new TrendFigure(
            TrendSentences.Annual(subject, text),
            text["単位: {0}　{1}", unit, text["{0}、年度計", subject.Area.DisplayName()]] + Same(),
            Words.YearRange(years[0], years[^1]),
            new TrendTable(text["{0}の年度計（{1}）", name, subject.Area.DisplayName()], subject.Metric, unit, columns)
            {
                IsRatioItself = isRatio,
                LabelHeading = text["年度"],
                Labels = [.. years.Select(y => new ChartLabel(Name(y), "", y.ShortName()))],
            },
            subject.Years);

        string Same()
        {
            if (isWhole || years.Count == 1) return "";
            return isRatio ? text["　どの年度も{0}（同期間）", sameMonths] : text["　下の部分は{0}（同期間）、上の部分は残りの月", sameMonths];
        }

        double? At(FiscalYear year, int month) => subject.Find(year.StartYear)?.Of(subject.Area)?.Cumulative[month];

        string Name(FiscalYear year) => year == latest.Year && !isWhole
            ? text["{0}（{1}まで）", year.EraName(), latest.LastMonth!.Value.MonthName()]
            : year.EraName();

        TrendColumn Change(string heading) => new(
            heading, SeriesKind.None, [.. same.Select((s, i) => i == 0 ? null : 100 * Ratio.Change(s, same[i - 1], subject.Metric))])
        {
            IsChange = true,
            Counts = same,
        };
    }
}
