using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Figures.Views;

/// <summary>
/// The latest month of an area and its comparisons. A year is compared with the same months of the previous year, never with
/// a whole year; an unpublished figure is null.
/// </summary>
public sealed record LatestFigure(
    Metric Metric, YearMonth Month, double Value, double? MonthBefore, double? YearBefore, double? Cumulative, double? CumulativeYearBefore)
{
    public double? ChangeOnYear => Ratio.Change(Value, YearBefore, Metric);

    public double? ChangeOnMonth => Ratio.Change(Value, MonthBefore, Metric);

    public double? CumulativeChangeOnYear => Ratio.Change(Cumulative, CumulativeYearBefore, Metric);

    /// <summary>Null when the area has no figure in this year yet.</summary>
    public static LatestFigure? Of(MetricYear year, MetricYear? yearBefore, Area area)
    {
        if (year.Of(area) is not { } series) return null;

        var last = series.Months.ToList().FindLastIndex(m => m.HasValue);
        if (last < 0) return null;

        var before = yearBefore?.Of(area);
        return new LatestFigure(
            year.Metric,
            year.Year.FirstMonth.AddMonths(last),
            series.Months[last]!.Value,
            last > 0 ? series.Months[last - 1] : before?.Months[11],
            before?.Months[last],
            series.Cumulative[last],
            before?.Cumulative[last]);
    }
}
