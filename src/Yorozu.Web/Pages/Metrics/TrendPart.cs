using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>A trend beside the first one, in a block of its own.</summary>
public sealed record TrendPart(FigureBlock Block, TrendTable Table)
{
    /// <summary>Null unless areas are highlighted beside the months of a year; a ratio has its lines in the first trend.</summary>
    public static TrendPart? OfHighlighted(MetricModel page, IStringLocalizer<UiText> text)
    {
        if (page.HighlightedAreas.Count == 0 || page.TrendView != TrendView.Year) return null;
        var (table, metric, areas) = (page.Table, page.Table.Metric, page.HighlightedAreas);
        var trend = new TrendTable(
            text["強調した都道府県の月別の値"],
            metric,
            metric.UnitName(),
            [.. areas.Select(a => TrendColumn.Of(a.DisplayName(), SeriesKind.Line, table.Of(a)?.Months))])
        {
            IsRatioItself = metric.Formula is not null,
        };
        return new TrendPart(
            new FigureBlock(
                "highlighted", new Subject(metric.FullName(), metric.UnitName(), Subject.Names(areas, text), table.Year.DisplayName()), FigureSources.Of(table))
            {
                Title = text["強調した都道府県の{0}", metric.DisplayName()],
                Subtitle = text["単位: {0}　{1}、{2}", metric.UnitName(), Subject.Names(areas, text), table.Year.DisplayName()],
                Extract = ExtractLink.To([metric], table.Year, areas),
                Table = trend,
                Chart = trend.Chart,
            },
            trend);
    }

    /// <summary>Null where the metric has no parts.</summary>
    public static TrendPart? OfParts(MetricModel page, IStringLocalizer<UiText> text)
    {
        var (table, metric, area) = (page.Table, page.Table.Metric, page.Area);
        if (table.Parts.Count < 2) return null;
        var trend = new TrendTable(text["月別の内訳"], metric, metric.UnitName(),
        [
            .. table.Parts.Where(p => p != table.MainPart).Select(p => Column(p, SeriesKind.Stack)),
            Column(table.MainPart, SeriesKind.Other),
        ]);
        return new TrendPart(
            new FigureBlock("parts", new Subject(metric.FullName(), metric.UnitName(), area.DisplayName(), table.Year.DisplayName()), FigureSources.Of(table))
            {
                Title = text["{0}の内訳", metric.DisplayName()],
                Subtitle = text["単位: {0}　{1}、{2}", metric.UnitName(), area.DisplayName(), table.Year.DisplayName()],
                Extract = ExtractLink.To([metric], table.Year, [area]),
                Table = trend,
                Chart = trend.Chart,
            },
            trend);

        TrendColumn Column(string part, SeriesKind kind) => TrendColumn.Of(metric.PartName(part), kind, table.Of(area, part)?.Months);
    }
}
