using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>The overview in words: what is published, what the main figure is, how it compares, whether it adds up.</summary>
public static class Summary
{
    public static IEnumerable<string> Of(
        SnapshotSummary summary, MetricYear headline, LatestFigure? compared, PrefectureFigures figures, MetricYear? ratio, IStringLocalizer<UiText> text)
    {
        yield return text["{0}は{1}です。", summary.Year.DisplayName(), TrendSentences.Age(headline, text)];
        if (LatestFigure.Of(headline, null, Area.Nation) is { } latest && figures.Greatest is { } first)
        {
            yield return text[
                "{0}の{1}は{2}でした。最も多いのは{3}で、{4}です。",
                latest.Month.FullName(),
                headline.Metric.DisplayName(),
                Words.WithUnit(latest.Value, headline.Metric),
                figures.GreatestWithUnit(first, text),
                Words.ShareOfNation(first.Share)];
        }

        if (compared is { YearBefore: { } before })
        {
            yield return text["前年の同じ月（{0}）と比べて{1}です。", Words.WithUnit(before, headline.Metric), Words.Change(compared.ChangeOnYear, headline.Metric)];
        }

        if (ratio is { Metric: { Formula: { } formula } metric } && ratio.Of(Area.Nation).CumulativeAt(ratio.PublishedMonths - 1) is { } quotient)
        {
            yield return text[
                "{0}は{1}の累計で{2}です（本サイトの計算、{3}）。",
                metric.DisplayName(),
                ratio.Year.MonthSpan(ratio.PublishedMonths),
                Words.WithUnit(quotient, metric),
                formula.InWords()];
        }

        yield return summary.Failed == 0
            ? text["公表された累計と合計を{0}か所検算し、すべて一致しました。", Words.Count(summary.Checked)]
            : text["公表された累計と合計を{0}か所検算し、{1}か所が一致しませんでした。", Words.Count(summary.Checked), Words.Count(summary.Failed)];
    }
}
