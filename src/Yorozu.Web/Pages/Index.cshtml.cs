using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>The nation at a glance: the latest year by metric, and the news of the last release.</summary>
public sealed class IndexModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    private static readonly IReadOnlyList<Area> NationOnly = [Area.Nation];

    /// <summary>The metrics of the latest year by section; empty when nothing is published.</summary>
    public IReadOnlyList<CardSection> Sections { get; private set; } = [];

    /// <summary>True before the first publication; false for an earlier day of a store that has publications.</summary>
    public bool IsEmptyStore => snapshot.Current.FirstPublication is null;

    public IReadOnlyList<string> Summary { get; private set; } = [];

    public HeadlineTrend Trend { get; private set; } = null!;

    /// <summary>The lead metric across the 47.</summary>
    public HeadlinePrefectures Prefectures { get; private set; } = null!;

    /// <summary>Metrics whose latest figures are of an earlier year.</summary>
    public IReadOnlyList<EarlierMetric> Earlier { get; private set; } = [];

    public IReadOnlyList<Provenance> EarlierFrom => Provenance.Of(Earlier.Select(e => e.Table));

    public IReadOnlyList<ReleaseChanges> Releases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var coverage = await snapshot.CoverageAsync();
        if (await snapshot.SummaryAsync() is not { } summary) return;

        var before = (await NationAsync(new FiscalYear(summary.Year.StartYear - 1), cancellationToken)).ToDictionary(t => t.Metric.Key);
        var cards = (await NationAsync(summary.Year, cancellationToken))
            .Select(t => new MetricCard(t, LatestFigure.Of(t, before.GetValueOrDefault(t.Metric.Key), Area.Nation), text)).ToList();
        Sections = CardSection.Of(cards, summary.LastMonth, text);
        var headline = await snapshot.TableAsync(LeadMetric.Of(coverage)!);
        var figures = PrefectureFigures.Of(headline, headline.LastMonth, AreaOrder.Value);
        var compared = cards.Find(c => c.Table.Metric == headline.Metric)?.Latest;
        Summary = [.. Pages.Summary.Of(summary, headline, compared, figures, await RatioAsync(coverage, headline, cancellationToken), text)];
        var subject = await TrendSubject.LoadAsync(snapshot, coverage, headline, Area.Nation, new TrendChoice(TrendView.Year), [], cancellationToken);
        Trend = HeadlineTrend.Of(subject, subject.Years.Count > 1 ? null : await SimilarAsync(headline, cancellationToken), text);
        Prefectures = HeadlinePrefectures.Of(figures, text);
        Earlier = await EarlierAsync(coverage, summary.Year, cancellationToken);
        Releases = [.. (await snapshot.ReleaseChangesAsync()).Take(3)];
    }

    private Task<IReadOnlyList<MetricYear>> NationAsync(FiscalYear year, CancellationToken cancellationToken) =>
        snapshot.MetricYearsAsync(new() { Year = year, Areas = NationOnly }, cancellationToken);

    // The first ratio of the lead metric.
    private async Task<MetricYear?> RatioAsync(IReadOnlyList<Coverage> coverage, MetricYear headline, CancellationToken cancellationToken)
    {
        var ratios = coverage.Indicators().Where(c => c.Year == headline.Year && c.ComputedFrom[0].Metric.Key == headline.Metric.Key);
        return (await snapshot.RowsAsync(ratios.Take(1), NationOnly, cancellationToken)).SingleOrDefault();
    }

    // A metric that counts something similar, for the lead metric's first year.
    private async Task<MetricYear?> SimilarAsync(MetricYear headline, CancellationToken cancellationToken)
    {
        foreach (var key in headline.Metric.Related)
        {
            var years = await snapshot.MetricYearsAsync(new() { MetricKey = key, Areas = NationOnly, MaxYears = 1 }, cancellationToken);
            if (years.Count > 0) return years[0];
        }

        return null;
    }

    private async Task<IReadOnlyList<EarlierMetric>> EarlierAsync(IReadOnlyList<Coverage> coverage, FiscalYear year, CancellationToken cancellationToken)
    {
        var ended = coverage.GroupBy(c => c.Metric.Key).Select(g => (g.Key, Latest: g.Max(c => c.Year))).Where(m => m.Latest != year).ToList();
        var tables = new List<MetricYear>();
        foreach (var last in ended.Select(m => m.Latest).Distinct().OrderDescending())
        {
            tables.AddRange((await NationAsync(last, cancellationToken)).Where(t => ended.Contains((t.Metric.Key, last))));
        }

        return [.. tables.Select(t => EarlierMetric.Of(t, text))];
    }
}
