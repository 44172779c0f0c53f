using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Indicators;

/// <summary>Every indicator with its formula, its sources and the latest figure of the nation.</summary>
public sealed class IndexModel(RequestSnapshot snapshot) : PageModel
{
    private static readonly IReadOnlyList<Area> NationOnly = [Area.Nation];

    /// <summary>By the section of the metrics they are computed from, those of the latest pages first.</summary>
    public IReadOnlyList<IndicatorSection> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var latest = (await snapshot.CoverageAsync()).Indicators().GroupBy(c => c.Metric.Key, (_, years) => years.First());
        var tables = await snapshot.RowsAsync(latest, NationOnly, cancellationToken);
        Sections =
        [
            .. tables.GroupBy(t => t.Published[0].Metric.Section).OrderByDescending(g => g.Max(t => t.Year)).Select(g => new IndicatorSection(
                Words.Term(g.Key), [.. g.Select(IndicatorLine.Of)], Provenance.Of(g))),
        ];
    }
}

/// <summary>The indicators of one section of the published pages; without a name where they have none.</summary>
public sealed record IndicatorSection(string Name, IReadOnlyList<IndicatorLine> Lines, IReadOnlyList<Provenance> From);

/// <summary>One indicator.</summary>
/// <param name="Period">The year and the months of the latest figure.</param>
public sealed record IndicatorLine(string Name, string Href, string Formula, string Period, string Value)
{
    public static IndicatorLine Of(MetricYear table) => new(
        table.Metric.DisplayName(),
        $"/indicators/{table.Metric.Key}",
        table.Metric.Formula!.InWords(),
        $"{table.Year.DisplayName()} {table.Year.MonthSpan(table.PublishedMonths)}",
        Words.WithUnit(table.Of(Area.Nation).CumulativeAt(table.PublishedMonths - 1), table.Metric));
}
