using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>One metric: its trend, its map and ranking, its months by prefecture, and how it is defined.</summary>
public sealed class MetricModel(RequestView view, IStringLocalizer<UiText> text) : PageModel
{
    // More lines than these can no longer be told apart.
    private const int OverlaidYears = 10;

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; } = Area.Nation;

    [BindProperty(SupportsGet = true), MonthOfAFiscalYear]
    public YearMonth? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public AreaOrder Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public ClassMethod Classes { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public FigureView TrendView { get; set; }

    /// <summary>What map, ranking and heat table show.</summary>
    [BindProperty(SupportsGet = true)]
    public FigureView Show { get; set; }

    public MetricYear Table { get; private set; } = null!;

    /// <summary>The other years, the latest ten at most and first: the chosen area only.</summary>
    public IReadOnlyList<MetricYear> Others { get; private set; } = [];

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    /// <summary>A metric that counts something similar under another definition, in its latest year.</summary>
    public IReadOnlyList<MetricYear> Related { get; private set; } = [];

    /// <summary>The areas to highlight, in the order of the address; as many as a chart can show.</summary>
    public IReadOnlyList<Area> HighlightedAreas { get; private set; } = [];

    public IReadOnlySet<string> Highlighted => HighlightedAreas.Select(a => a.Code).ToHashSet();

    public PrefectureFigures Figures { get; private set; } = null!;

    public TrendFigure Trend { get; private set; } = null!;

    public HeatTable Heat { get; private set; } = null!;

    /// <summary>How far the newest month may still move; null where too little is known.</summary>
    public RevisionSize? RevisionSize { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var years = (await view.CoverageAsync()).Where(c => c.Metric.Key == key).ToList();
        if (years.Find(c => Fy is null || c.Year == Fy) is not { } chosen) return NotFound();
        if (Month is { } month && (month.FiscalYear != chosen.Year || month > chosen.LastMonth)) return NotFound();

        HighlightedAreas = [.. AreaSet.Parse(Request.Query["highlight"]).Take(CompareModel.MostAreas)];
        Table = (await view.MetricYearsAsync(new() { MetricKey = key, Year = chosen.Year }, cancellationToken))[0];
        Others = [.. (await view.MetricYearsAsync(new() { MetricKey = key, Areas = [Area], MostYears = OverlaidYears }, cancellationToken)).Where(t => t.Year != chosen.Year)];
        Years = [.. years.Select(c => c.Year)];
        Related = await RelatedAsync(cancellationToken);
        var yearBefore = await YearBeforeAsync(cancellationToken);
        Figures = PrefectureFigures.Of(Table, Month, Order, Show, yearBefore);
        Heat = new HeatTable(text["{0}の都道府県別・月別の値", Table.Metric.DisplayName()], Figures, yearBefore, Classes, Highlighted);
        // Only the newest year is still being revised.
        if (Table.Year == Years[0]) RevisionSize = await view.RevisionSizeAsync(key, Table.MainPart, Area);
        Trend = TrendFigure.Of(Table, yearBefore, Others, Area, TrendView, HighlightedAreas, RevisionSize, text);
        return Page();
    }

    // Only what is compared with it needs it.
    private async Task<MetricYear?> YearBeforeAsync(CancellationToken cancellationToken)
    {
        var year = Years.Where(y => y.StartYear == Table.Year.StartYear - 1).Select(y => (FiscalYear?)y).FirstOrDefault();
        if (year is null || (Show != FigureView.Yoy && TrendView != FigureView.Yoy)) return null;
        return (await view.MetricYearsAsync(new() { MetricKey = Table.Metric.Key, Year = year }, cancellationToken))[0];
    }

    private async Task<IReadOnlyList<MetricYear>> RelatedAsync(CancellationToken cancellationToken)
    {
        var related = new List<MetricYear>();
        foreach (var key in Table.Metric.Related)
        {
            related.AddRange(await view.MetricYearsAsync(new() { MetricKey = key, Areas = [Area], MostYears = 1 }, cancellationToken));
        }

        return related;
    }
}
