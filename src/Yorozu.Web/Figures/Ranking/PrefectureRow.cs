using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>One metric of a prefecture: its latest month, its year so far, and both a year before.</summary>
/// <param name="Table">The whole table of the year.</param>
/// <param name="Latest">The latest month; null when nothing is published.</param>
/// <param name="Now">The year so far.</param>
/// <param name="Before">The same months a year before.</param>
public sealed record PrefectureRow(MetricYear Table, LatestFigure? Latest, Standing Now, Standing Before)
{
    public double? ChangeOnYear => Ratio.Change(Now.Total, Before.Total, Table.Metric);

    /// <summary>False for an indicator, of which single months mislead.</summary>
    public bool HasMonths => !Table.Metric.IsIndicator;

    public bool HasYearBefore => Before.Total is not null || Latest?.YearBefore is not null;

    public static PrefectureRow Of(MetricYear table, MetricYear? yearBefore, Area area)
    {
        return new PrefectureRow(table, LatestFigure.Of(table, yearBefore, area), Of(table), yearBefore is null ? Standing.None : Of(yearBefore));

        Standing Of(MetricYear year) => Standing.Of(year, table.PublishedMonths).GetValueOrDefault(area, Standing.None);
    }
}
