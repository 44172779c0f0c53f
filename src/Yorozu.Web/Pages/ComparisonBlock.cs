using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>The chosen areas side by side, and the tabs of their views.</summary>
public sealed record ComparisonBlock(FigureBlock Block, Tabs Views, Tabs Orders, TrendTable Table)
{
    public static ComparisonBlock Of(CompareModel page, MetricYear table, IStringLocalizer<UiText> text)
    {
        var comparison = Comparison.Of(table, page.Areas, page.CompareView, text);
        return new ComparisonBlock(
            new FigureBlock(
                "comparison",
                new Subject(table.Metric.FullName(), comparison.Table.Unit, Subject.Names(page.Areas, text), table.Year.DisplayName()),
                Provenance.Of(table))
            {
                Title = comparison.Title,
                Subtitle = comparison.Subtitle,
                Extract = ExtractLink.To([table.Metric], table.Year, page.Areas),
                Table = comparison.Table,
            },
            Tabs.Of(page.Request, "view", page.CompareView,
            [
                (CompareView.Monthly, text["月別"]),
                (CompareView.Cumulative, text["年度累計"]),
                (CompareView.Share, text["全国比"]),
                (CompareView.Index, text["指数"]),
            ]),
            Tabs.Of<AreaOrder?>(page.Request, "order", page.Order, [(null, text["アドレスの順"]), (AreaOrder.Code, text["コード順"]), (AreaOrder.Value, text["多い順"])]),
            comparison.Table);
    }
}
