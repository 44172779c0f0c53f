using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>One metric of a prefecture, beside the nation, the 47 and the prefectures of its region.</summary>
/// <param name="Table">The whole table of the year.</param>
/// <param name="Latest">The latest month; null when nothing is published.</param>
/// <param name="Ranked">The figure of the year so far with rank, movement and share.</param>
/// <param name="Mean">The mean of the 47 for the year so far.</param>
/// <param name="Median">Their median.</param>
/// <param name="RegionMean">The mean of the prefecture's region.</param>
public sealed record PrefectureRow(MetricYear Table, LatestFigure? Latest, RankedArea Ranked, double? Mean, double? Median, double? RegionMean)
{
    public static PrefectureRow Of(MetricYear table, Prefecture prefecture)
    {
        var area = Area.Of(prefecture);
        var rows = PrefectureFigures.Of(table, null, AreaOrder.Code).Rows;
        return new PrefectureRow(
            table,
            LatestFigure.Of(table, null, area),
            rows.Single(r => r.Area == area),
            Average.Mean(rows.Select(r => r.Value)),
            Average.Median(rows.Select(r => r.Value)),
            Average.Mean(rows.Where(r => r.Area.Prefecture!.Region == prefecture.Region).Select(r => r.Value)));
    }

    /// <summary>The mean of the 47, month by month; null where not all are published.</summary>
    public static IReadOnlyList<double?> MonthlyMeans(IEnumerable<MonthlySeries> series)
    {
        var all = series.ToList();
        return [.. Enumerable.Range(0, 12).Select(i => all.All(s => s.Months[i].HasValue) ? all.Average(s => s.Months[i]) : null)];
    }
}
