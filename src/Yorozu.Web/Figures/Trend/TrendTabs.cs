using Microsoft.Extensions.Localization;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The tabs of a trend, wherever one is drawn.</summary>
public static class TrendTabs
{
    /// <param name="hasRank">False where only the nation is shown: it has neither share nor rank.</param>
    public static Tabs Views(HttpRequest request, TrendView chosen, Metric metric, bool hasRank, string anchor, IStringLocalizer<UiText> text)
    {
        return Tabs.Of(
            request,
            "view",
            chosen,
            [
                (TrendView.Year, text["月別"]),
                (TrendView.Cumulative, text["年度累計"]),
                (TrendView.All, text["全期間"]),
                (TrendView.Annual, text["年度計"]),
                (TrendView.Yoy, FigureViews.ChangeName(metric.IsIndicator ? ComparedPeriod.YearToDate : ComparedPeriod.Month, text)),
                .. hasRank ? [(TrendView.Share, Words.ShareName(metric)), (TrendView.Rank, RankName())] : Array.Empty<(TrendView, string)>(),
            ],
            TrendChoice.Usual(metric),
            anchor: anchor);

        string RankName() => metric.IsIndicator ? text["年度累計の順位"] : text["月の値の順位"];
    }

    /// <summary>The months of a ratio or rank.</summary>
    public static Tabs Spans(HttpRequest request, TrendSpan chosen, string anchor, IStringLocalizer<UiText> text) =>
        Tabs.Of(request, "span", chosen, [(TrendSpan.Year, text["この年度の月"]), (TrendSpan.All, text["全年度の月"])], anchor: anchor);
}
