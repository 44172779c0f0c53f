using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.SmallTrends;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>All metrics and indicators of a prefecture in a fiscal year, with the year before and the months of the years that lead to it.</summary>
/// <param name="Rows">In catalogue order.</param>
/// <param name="Trends">The months of each metric, by its key.</param>
/// <param name="FirstMonth">The first month of the trends.</param>
/// <param name="Tables">Every table the figures come from, the latest year first.</param>
public sealed record PrefectureYear(
    Area Area,
    FiscalYear Year,
    IReadOnlyList<PrefectureRow> Rows,
    IReadOnlyDictionary<string, SmallTrend> Trends,
    YearMonth FirstMonth,
    IReadOnlyList<MetricYear> Tables)
{
    /// <summary>More years would be too small to see.</summary>
    private const int TrendYears = 5;

    public PrefectureRow Of(string metricKey) => Rows.Single(r => r.Table.Metric.Key == metricKey);

    public static async Task<PrefectureYear> ReadAsync(
        RequestSnapshot snapshot,
        IReadOnlyList<Coverage> coverage,
        Prefecture prefecture,
        FiscalYear year,
        IStringLocalizer<UiText> text,
        CancellationToken cancellationToken)
    {
        var area = Area.Of(prefecture);
        var metrics = coverage.Where(c => c.Year == year).Select(c => c.Metric.Key).ToHashSet();
        var published = coverage.Where(c => metrics.Contains(c.Metric.Key)).ToLookup(c => year.StartYear - c.Year.StartYear);
        var tables = await snapshot.TablesAsync(published[0]);
        var before = await snapshot.TablesAsync(published[1]);
        var earlier = await snapshot.RowsAsync(Enumerable.Range(2, TrendYears - 2).SelectMany(ago => published[ago]), [area], cancellationToken);

        List<MetricYear> all = [.. tables, .. before, .. earlier];
        var first = all.Min(t => t.Year).FirstMonth;
        var last = tables.Max(t => t.LastMonth) ?? year.FirstMonth;
        return new PrefectureYear(
            area,
            year,
            [.. tables.Select(t => PrefectureRow.Of(t, before.FirstOrDefault(b => b.Metric.Key == t.Metric.Key), area))],
            all.GroupBy(t => t.Metric.Key).ToDictionary(g => g.Key, g => SmallTrend.Of(g, area, first, last, null, text)),
            first,
            all);
    }
}
