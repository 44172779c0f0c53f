using System.ComponentModel.DataAnnotations;
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

namespace Yorozu.Web.Pages.Metrics;

/// <summary>One metric: its trend, its map and ranking, its months by prefecture, and how it is defined.</summary>
public sealed class MetricModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
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
    public TrendView TrendView { get; set; }

    /// <summary>The months of a ratio or rank.</summary>
    [BindProperty(SupportsGet = true)]
    public TrendSpan Span { get; set; }

    /// <summary>The months of the mean over all months.</summary>
    [BindProperty(SupportsGet = true), AllowedValues(null, TrendChoice.Smooth)]
    public string? Smooth { get; set; }

    /// <summary>What map, ranking and heat table show.</summary>
    [BindProperty(SupportsGet = true)]
    public FigureView Show { get; set; }

    public MetricYear Table { get; private set; } = null!;

    /// <summary>A sentence about the fallback; empty when the request is shown as asked.</summary>
    public string Fallback { get; private set; } = "";

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    /// <summary>The definitions of the metric, the latest first.</summary>
    public IReadOnlyList<MetricDefinition> Definitions { get; private set; } = [];

    /// <summary>Metrics that count something similar, as last defined.</summary>
    public IReadOnlyList<MetricDefinition> Related { get; private set; } = [];

    /// <summary>The areas to highlight, in the order of the address; as many as a chart can show.</summary>
    public IReadOnlyList<Area> HighlightedAreas { get; private set; } = [];

    public IReadOnlySet<string> Highlighted => HighlightedAreas.Select(a => a.Code).ToHashSet();

    public Picker YearPicker => new("fy", text["年度"], [.. Years.Select(y => new PickerOption(y.ToString(), y.DisplayName(), y == Table.Year))]);

    public Picker AreaPicker => Picker.Areas(text["推移の地域"], Area);

    public string CompareHref =>
        $"/compare?metric={Table.Metric.Key}&fy={Table.Year}"
            + (HighlightedAreas.Count > 0 ? $"&areas={string.Join(',', HighlightedAreas.Select(a => a.Code))}" : "");

    public TrendBlock Trend { get; private set; } = null!;

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

        HighlightedAreas = [.. AreaSet.Parse(Request.Query["highlight"]).Take(AreaSet.MaxCompared)];
        Table = await snapshot.MetricYearAsync(key, chosen.Year, cancellationToken);
        Years = [.. years.Select(c => c.Year)];
        Definitions = [.. MetricDefinition.Of(coverage, key)];
        Related = [.. chosen.Metric.Related.SelectMany(other => MetricDefinition.Of(coverage, other).Take(1))];
        var choice = new TrendChoice(TrendView, Span, Smooth is not null);
        Trend = await TrendBlock.LoadAsync(Request, snapshot, Table, Area, choice, HighlightedAreas, text, cancellationToken);
        Lines = TrendPart.OfHighlighted(this, text);
        Parts = TrendPart.OfParts(this, text);
        Prefectures = MetricPrefectures.Of(this, await YearBeforeAsync(cancellationToken), text);
        return Page();
    }

    // Only what is compared with it needs it.
    private async Task<MetricYear?> YearBeforeAsync(CancellationToken cancellationToken)
    {
        var year = new FiscalYear(Table.Year.StartYear - 1);
        if (!Years.Contains(year) || Show != FigureView.Yoy) return null;
        return await snapshot.MetricYearAsync(Table.Metric.Key, year, cancellationToken);
    }
}
