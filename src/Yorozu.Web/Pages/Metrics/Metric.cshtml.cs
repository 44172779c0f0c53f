using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>One metric: its trend, its map and ranking, its months by prefecture, and how it is defined.</summary>
public sealed class MetricModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    // More lines are indistinguishable.
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

    /// <summary>What is shown instead of what was asked for; empty when it is just that.</summary>
    public string Fallback { get; private set; } = "";

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    /// <summary>A metric that counts something similar under another definition, in its latest year.</summary>
    public IReadOnlyList<MetricYear> Related { get; private set; } = [];

    /// <summary>The areas to highlight, in the order of the address; as many as a chart can show.</summary>
    public IReadOnlyList<Area> HighlightedAreas { get; private set; } = [];

    public IReadOnlySet<string> Highlighted => HighlightedAreas.Select(a => a.Code).ToHashSet();

    public Picker YearPicker => new("fy", text["年度"], [.. Years.Select(y => new PickerOption(y.ToString(), y.DisplayName(), y == Table.Year))]);

    public Picker AreaPicker => Picker.Areas(text["推移の地域"], Area);

    public string CompareHref =>
        $"/compare?metric={Table.Metric.Key}&fy={Table.Year}"
            + (HighlightedAreas.Count > 0 ? $"&areas={string.Join(',', HighlightedAreas.Select(a => a.Code))}" : "");

    public MetricTrend Trend { get; private set; } = null!;

    /// <summary>The highlighted areas as lines; null where none are, or where the trend has them already.</summary>
    public TrendPart? Lines { get; private set; }

    /// <summary>The parts on each other; null where the metric has none.</summary>
    public TrendPart? Parts { get; private set; }

    public MetricPrefectures Prefectures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var coverage = await snapshot.CoverageAsync();
        var years = coverage.Where(c => c.Metric.Key == key).ToList();
        if (years.Count == 0 || (Fy is not null && coverage.All(c => c.Year != Fy))) return NotFound();
        var chosen = years.Find(c => Fy is null || c.Year == Fy) ?? years[0];
        if (Month is { } month && (month.FiscalYear != chosen.Year || month > chosen.LastMonth)) return NotFound();
        if (Fy is { } year && year != chosen.Year)
        {
            Fallback = text["{0}は{1}には公表されていないため、{2}を示しています。", chosen.Metric.FullName(), year.DisplayName(), chosen.Year.DisplayName()];
        }

        HighlightedAreas = [.. AreaSet.Parse(Request.Query["highlight"]).Take(CompareModel.MaxAreas)];
        Table = await snapshot.MetricYearAsync(key, chosen.Year, cancellationToken);
        var others = (await snapshot.MetricYearsAsync(new() { MetricKey = key, Areas = [Area], MaxYears = OverlaidYears }, cancellationToken))
            .Where(t => t.Year != chosen.Year).ToList();
        Years = [.. years.Select(c => c.Year)];
        Related = await RelatedAsync(cancellationToken);
        var before = await YearBeforeAsync(cancellationToken);
        // Only the newest year is still being revised.
        var size = Table.Year == Years[0] ? await snapshot.RevisionSizeAsync(key, Table.MainPart, Area) : null;
        Trend = MetricTrend.Of(this, before, others, size, text);
        Lines = TrendPart.OfHighlighted(this, text);
        Parts = TrendPart.OfParts(this, text);
        Prefectures = MetricPrefectures.Of(this, before, text);
        return Page();
    }

    // Only what is compared with it needs it.
    private async Task<MetricYear?> YearBeforeAsync(CancellationToken cancellationToken)
    {
        var year = new FiscalYear(Table.Year.StartYear - 1);
        if (!Years.Contains(year) || (Show != FigureView.Yoy && TrendView != FigureView.Yoy)) return null;
        return await snapshot.MetricYearAsync(Table.Metric.Key, year, cancellationToken);
    }

    private async Task<IReadOnlyList<MetricYear>> RelatedAsync(CancellationToken cancellationToken)
    {
        var related = new List<MetricYear>();
        foreach (var key in Table.Metric.Related)
        {
            related.AddRange(await snapshot.MetricYearsAsync(new() { MetricKey = key, Areas = [Area], MaxYears = 1 }, cancellationToken));
        }

        return related;
    }
}
