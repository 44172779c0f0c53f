using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Compare;

/// <summary>The chosen areas side by side: the months of one metric, or the years so far of several.</summary>
/// <param name="Tabs">Views, what a view leaves open, and orders.</param>
/// <param name="Trend">The months; null with several metrics.</param>
/// <param name="Grid">The metrics; null with one.</param>
public sealed record ComparisonBlock(FigureBlock Block, IReadOnlyList<Tabs> Tabs, TrendTable? Trend, ComparisonGrid? Grid)
{
    private const string Anchor = "#comparison";

    /// <summary>One metric.</summary>
    /// <param name="years">Its whole tables, as the view needs them.</param>
    public static ComparisonBlock Of(IndexModel page, MetricYear table, IReadOnlyList<MetricYear> years, TrendChoice choice, IStringLocalizer<UiText> text)
    {
        var comparison = Comparison.Of(table, years, page.Areas, choice, page.Scale, text);
        return new ComparisonBlock(
            new FigureBlock(
                "comparison",
                new Subject(table.Metric.FullName(), comparison.Table.Unit, Subject.Names(page.Areas, text), comparison.Period),
                FigureSources.Of(comparison.From))
            {
                Title = comparison.Title,
                Subtitle = comparison.Subtitle,
                Extract = ExtractLink.To([table.Metric], comparison.From.Count == 1 ? table.Year : null, page.Areas),
                Table = comparison.Table,
                Chart = comparison.Table.Chart,
            },
            [
                TrendTabs.Views(page.Request, page.TrendView, table.Metric, page.Areas.Any(a => !a.IsNation), Anchor, text),
                .. OptionsOf(page, choice, text), OrdersOf(page, text)],
            comparison.Table,
            null);
    }

    /// <summary>Several metrics.</summary>
    /// <param name="from">Every table the figures come from, the latest year first.</param>
    public static ComparisonBlock Of(IndexModel page, string name, ComparisonGrid grid, IReadOnlyList<MetricYear> from, IStringLocalizer<UiText> text)
    {
        var (year, months) = (from[0].Year, from.Where(t => t.Year == from[0].Year).Max(t => t.PublishedMonths));
        var first = from.Min(t => t.Year).FirstMonth;
        return new ComparisonBlock(
            new FigureBlock("comparison", new Subject(name, "", Subject.Names(page.Areas, text), year.DisplayName()), FigureSources.Of(from))
            {
                Title = text["{0}の比較: {1}", name, Subject.Names(page.Areas, text)],
                Subtitle = text["{0}、{1}の累計。図は{2}からの月別の値で、指標ごとに同じ目盛り", year.DisplayName(), year.MonthSpan(months), first.FullName()]
                    + (page.Areas.Any(a => a.IsNation) ? text["（全国は別の目盛り）"] : "")
                    + (grid.HasChange ? "" : text["。前の年度の同じ指標は未公表のため、前年とは比べていません"]),
                Extract = ExtractLink.To(from.Where(t => t.Year == year).Select(t => t.Metric), year, page.Areas),
                Table = grid,
                Chart = grid,
            },
            [OrdersOf(page, text)],
            null,
            grid);
    }

    private static IEnumerable<Tabs> OptionsOf(IndexModel page, TrendChoice choice, IStringLocalizer<UiText> text)
    {
        if (choice.IsRatio)
        {
            yield return TrendTabs.Spans(page.Request, choice.Span, Anchor, text);
        }
        else if (Comparison.HasScale(choice))
        {
            yield return Figures.Views.Tabs.Of(
                page.Request, "scale", page.Scale, [(ComparisonScale.Figures, text["実数"]), (ComparisonScale.Index, text["指数"])], anchor: Anchor);
        }
    }

    // That of the link is a choice where it differs from the others.
    private static Tabs OrdersOf(IndexModel page, IStringLocalizer<UiText> text) => Figures.Views.Tabs.Of<AreaOrder?>(
        page.Request,
        "order",
        page.Order ?? page.UsualOrder,
        [
            .. page.UsualOrder is null ? [(null, text["リンクの順"])] : Array.Empty<(AreaOrder?, string)>(),
            (AreaOrder.Code, text["コード順"]),
            (AreaOrder.Value, text["多い順"]),
        ],
        page.UsualOrder,
        anchor: Anchor);
}
