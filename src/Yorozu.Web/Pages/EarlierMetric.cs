using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>A metric whose latest figures are of an earlier year: its whole year.</summary>
public sealed record EarlierMetric(MetricYear Table, double? Total, Sparkline Sparkline)
{
    public static EarlierMetric Of(MetricYear table, IStringLocalizer<UiText> text) => new(
        table,
        LatestFigure.Of(table, null, Area.Nation)?.Cumulative,
        new Sparkline(table.Of(Area.Nation)?.Months ?? [], text["{0}の推移", table.Metric.DisplayName()]));
}
