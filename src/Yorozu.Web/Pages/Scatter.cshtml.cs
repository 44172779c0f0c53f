using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages;

/// <summary>Two metrics of one year against each other, prefecture by prefecture.</summary>
public sealed class ScatterModel(RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? X { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Y { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true), MonthOfAFiscalYear]
    public YearMonth? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public AreaOrder Order { get; set; }

    /// <summary>A logarithmic scale spreads out what crowds beside one large figure.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Log { get; set; }

    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    public IReadOnlyList<Metric> Metrics { get; private set; } = [];

    public PrefectureFigures? Across { get; private set; }

    public PrefectureFigures? Up { get; private set; }

    /// <summary>A logarithmic scale has no zero.</summary>
    public bool CanBeLog => Across!.Rows.Concat(Up!.Rows).All(r => r.Value is null or > 0);

    public bool IsLog => Log && CanBeLog;

    public IReadOnlySet<string> Highlighted { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Coverage = await view.CoverageAsync();
        if (Coverage.Count == 0) return Page();

        var year = Month?.FiscalYear ?? Fy ?? YearOf(X) ?? YearOf(Y) ?? Coverage.Max(c => c.Year);
        Metrics = [.. Coverage.Where(c => c.Year == year).Select(c => c.Metric)];
        X ??= Metrics.FirstOrDefault(m => m.Key != Y)?.Key;
        Y ??= Metrics.FirstOrDefault(m => m.Key != X)?.Key ?? X;
        if (!Metrics.Any(m => m.Key == X) || !Metrics.Any(m => m.Key == Y)) return NotFound();

        Highlighted = AreaSet.Parse(Request.Query["highlight"]).Select(a => a.Code).ToHashSet();
        Across = PrefectureFigures.Of(await TableAsync(X!, year, cancellationToken), Month, Order);
        Up = PrefectureFigures.Of(await TableAsync(Y!, year, cancellationToken), Month, Order);
        return Month > Across.Table.LastMonth ? NotFound() : Page();
    }

    private FiscalYear? YearOf(string? key) => Coverage.FirstOrDefault(c => c.Metric.Key == key)?.Year;

    private async Task<MetricYear> TableAsync(string key, FiscalYear year, CancellationToken cancellationToken) =>
        (await view.MetricYearsAsync(new() { MetricKey = key, Year = year }, cancellationToken))[0];
}
