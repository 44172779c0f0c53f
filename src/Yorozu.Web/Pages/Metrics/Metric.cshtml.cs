using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data;
using Yorozu.Data.Queries;
using Yorozu.Statistics;
using Yorozu.Web.Charts;
using Yorozu.Web.Components;
using Yorozu.Web.Resources;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>One metric: its trend, its map and ranking, its months by prefecture, and how it is defined.</summary>
public sealed class MetricModel(YorozuDbContext db, RequestView view, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; } = Area.Nation;

    [BindProperty(SupportsGet = true)]
    public YearMonth? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public AreaOrder Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public ClassMethod Classes { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public TrendView TrendView { get; set; }

    public MetricYear Table { get; private set; } = null!;

    /// <summary>The other years, the latest first: the chosen area only.</summary>
    public IReadOnlyList<MetricYear> Others { get; private set; } = [];

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    /// <summary>A metric that counts something similar under another definition, in its latest year.</summary>
    public IReadOnlyList<MetricYear> Related { get; private set; } = [];

    /// <summary>The areas to highlight, in the order of the address; as many as a chart can show.</summary>
    public IReadOnlyList<Area> HighlightedAreas { get; private set; } = [];

    public IReadOnlySet<string> Highlighted => HighlightedAreas.Select(a => a.Code).ToHashSet();

    public PrefectureFigures Figures { get; private set; } = null!;

    public TrendFigure Trend { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var all = await db.MetricYearsAsync(view.Current, new() { MetricKey = key, Areas = [Area] }, cancellationToken);
        if (all.FirstOrDefault(t => Fy is null || t.Year == Fy) is not { } chosen) return NotFound();
        if (Month is { } month && (month.FiscalYear != chosen.Year || month > chosen.LastMonth)) return NotFound();

        Table = (await db.MetricYearsAsync(view.Current, new() { MetricKey = key, Year = chosen.Year }, cancellationToken))[0];
        Others = [.. all.Where(t => t.Year != chosen.Year)];
        Years = [.. all.Select(t => t.Year)];
        Related = await RelatedAsync(cancellationToken);
        HighlightedAreas = [.. AreaSet.Parse(Request.Query["highlight"]).Take(CompareModel.MostAreas)];
        Figures = PrefectureFigures.Of(Table, Month, Order);
        Trend = TrendFigure.Of(Table, Others, Area, TrendView, text);
        return Page();
    }

    private async Task<IReadOnlyList<MetricYear>> RelatedAsync(CancellationToken cancellationToken)
    {
        var related = new List<MetricYear>();
        foreach (var key in Table.Metric.Related)
        {
            related.AddRange((await db.MetricYearsAsync(view.Current, new() { MetricKey = key, Areas = [Area] }, cancellationToken)).Take(1));
        }

        return related;
    }
}
