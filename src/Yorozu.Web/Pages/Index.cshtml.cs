using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages;

/// <summary>The country at a glance: the latest year, metric by metric, and what the last release brought.</summary>
public sealed class IndexModel(RequestView view) : PageModel
{
    private static readonly IReadOnlyList<Area> NationOnly = [Area.Nation];

    /// <summary>The metrics of the latest year; empty when nothing is published.</summary>
    public IReadOnlyList<MetricCard> Cards { get; private set; } = [];

    /// <summary>The metric the page opens with: the one that other years have something similar to.</summary>
    public MetricYear? Headline { get; private set; }

    /// <summary>A similar metric of another year, under another definition.</summary>
    public MetricYear? Related { get; private set; }

    public PrefectureFigures? Figures { get; private set; }

    /// <summary>Metrics whose latest figures are of an earlier year.</summary>
    public IReadOnlyList<MetricYear> Earlier { get; private set; } = [];

    public IReadOnlyList<ReleaseChanges> Releases { get; private set; } = [];

    public LatestState? State { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var coverage = await view.CoverageAsync();
        State = await view.LatestStateAsync();
        if (State is null) return;

        var year = State.Year;
        var tables = await NationAsync(year, cancellationToken);
        var before = (await NationAsync(new FiscalYear(year.StartYear - 1), cancellationToken)).ToDictionary(t => t.Metric.Key);
        Cards = [.. tables.Select(t => new MetricCard(t, LatestFigure.Of(t, before.GetValueOrDefault(t.Metric.Key), Area.Nation)))];

        var headline = MainMetric.Of(coverage)!.Metric;
        Headline = (await view.MetricYearsAsync(new() { MetricKey = headline.Key, Year = year }, cancellationToken))[0];
        Figures = PrefectureFigures.Of(Headline, Headline.LastMonth, AreaOrder.Value);
        foreach (var key in headline.Related)
        {
            Related ??= (await view.MetricYearsAsync(new() { MetricKey = key, Areas = NationOnly, MostYears = 2 }, cancellationToken)).Where(t => t.Year != year).FirstOrDefault();
        }

        Earlier = await EarlierAsync(coverage, year, cancellationToken);
        Releases = [.. (await view.ReleaseChangesAsync()).Take(3)];
    }

    private Task<IReadOnlyList<MetricYear>> NationAsync(FiscalYear year, CancellationToken cancellationToken) =>
        view.MetricYearsAsync(new() { Year = year, Areas = NationOnly }, cancellationToken);

    private async Task<IReadOnlyList<MetricYear>> EarlierAsync(IReadOnlyList<Coverage> coverage, FiscalYear year, CancellationToken cancellationToken)
    {
        var ended = coverage.GroupBy(c => c.Metric.Key).Select(g => (g.Key, Latest: g.Max(c => c.Year))).Where(m => m.Latest != year).ToList();
        var tables = new List<MetricYear>();
        foreach (var last in ended.Select(m => m.Latest).Distinct().OrderDescending())
        {
            tables.AddRange((await NationAsync(last, cancellationToken)).Where(t => ended.Contains((t.Metric.Key, last))));
        }

        return tables;
    }
}

/// <summary>One metric of the overview; no figure when none is published yet.</summary>
public sealed record MetricCard(MetricYear Table, LatestFigure? Latest);
