using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>The first block of a metric: its months.</summary>
/// <param name="Note">Why there is nothing to see; null where there is.</param>
/// <param name="Revisions">How far the newest month may still move; null where that is not known or not shown.</param>
public sealed record MetricTrend(FigureBlock Block, Tabs Views, TrendTable Table, string? Note, string? Revisions, string RevisionsHref)
{
    public static MetricTrend Of(MetricModel page, MetricYear? before, IReadOnlyList<MetricYear> others, RevisionSize? size, IStringLocalizer<UiText> text)
    {
        var (table, metric, area) = (page.Table, page.Table.Metric, page.Area);
        var figure = TrendFigure.Of(table, before, others, area, page.TrendView, page.HighlightedAreas, size, text);
        var hasShare = !area.IsNation || page.HighlightedAreas.Count > 0;
        var unit = page.TrendView == FigureView.Actual ? metric.UnitName() : "%";
        return new MetricTrend(
            new FigureBlock("trend", new Subject(metric.FullName(), unit, area.DisplayName(), table.Year.DisplayName()), Provenance.Of(table))
            {
                Title = figure.Title,
                Subtitle = figure.Subtitle,
                Extract = ExtractLink.To([metric], others.Count == 0 ? table.Year : null, [area]),
                Table = figure.Table,
            },
            FigureViews.Tabs(page.Request, "view", "#trend", page.TrendView, text["実数と累計"], hasShare, text),
            figure.Table,
            page.TrendView == FigureView.Yoy && figure.Table.IsEmpty ? text["前年度の同じ月が公表されていないため、前年同月比はありません。"].Value : null,
            size is not null && page.TrendView == FigureView.Actual
                ? text[
                    "最新の月にある2本の横線は改訂の目安です。これまでの{0}か月では、改訂の半分が最初の公表の{1}から{2}の間でした。",
                    size.Months,
                    Words.PercentChange(size.Lower),
                    Words.PercentChange(size.Upper)].Value
                : null,
            $"/revisions?metric={metric.Key}&fy={table.Year}&area={area.Code}");
    }
}
