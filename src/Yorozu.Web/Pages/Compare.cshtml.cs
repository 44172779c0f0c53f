using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>Up to eight areas on one chart; all of the choice is in the address.</summary>
public sealed class CompareModel(RequestView view, IStringLocalizer<UiText> text) : PageModel
{
    public const int MostAreas = 8;

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public CompareView CompareView { get; set; }

    /// <summary>As chosen when no order is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public AreaOrder? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "areas")]
    public string[] AskedAreas { get; set; } = [];

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>True when more areas were asked for than fit on a chart.</summary>
    public bool HasTooMany { get; private set; }

    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    /// <summary>The years the metric is there for.</summary>
    public IReadOnlyList<FiscalYear> Years => [.. Coverage.Where(c => c.Metric.Key == Table?.Metric.Key).Select(c => c.Year)];

    public MetricYear? Table { get; private set; }

    public Comparison? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!AreaSet.AreAreas(AskedAreas)) return BadRequest();
        var asked = AreaSet.Parse(AskedAreas);
        Areas = [.. asked.Take(MostAreas)];
        HasTooMany = asked.Count > MostAreas;
        Coverage = await view.CoverageAsync();
        if (Coverage.Count == 0) return Page();

        // Without a wish, what has the most months to compare.
        var chosen = Metric is null && Fy is null
            ? Coverage.MaxBy(c => (c.LastMonth is { } last ? MonthlySeries.IndexOf(last) : -1, c.Year))
            : Coverage.FirstOrDefault(c => (Metric is null || c.Metric.Key == Metric) && (Fy is null || c.Year == Fy))
                // The form keeps the year, and a metric chosen there may not have it.
                ?? Coverage.FirstOrDefault(c => c.Metric.Key == Metric);
        if (chosen is null) return NotFound();

        var areas = Areas.Append(Area.Nation).Distinct().ToList();
        Table = (await view.MetricYearsAsync(new() { MetricKey = chosen.Metric.Key, Year = chosen.Year, Areas = areas }, cancellationToken))[0];
        Areas = Order switch
        {
            AreaOrder.Code => [.. Areas.Order()],
            AreaOrder.Value => [.. Areas.OrderByDescending(a => Table.Of(a).CumulativeAt(Table.PublishedMonths - 1) ?? -1)],
            _ => Areas,
        };
        if (Areas.Count > 0) Comparison = Comparison.Of(Table, Areas, CompareView, text);
        return Page();
    }
}
