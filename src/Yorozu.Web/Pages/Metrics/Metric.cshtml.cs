using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>One metric or indicator: its trend, its map and ranking, its months by prefecture, and how it is defined.</summary>
public sealed class MetricModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; } = Area.Nation;

    [BindProperty(SupportsGet = true), MonthOfAFiscalYear]
    public YearMonth? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "order")]
    public AreaOrder? AskedOrder { get; set; }

    [BindProperty(SupportsGet = true)]
    public ClassMethod Classes { get; set; }

    /// <summary>The key of the reference table that figures are shown per head of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Per { get; set; }

    /// <summary>The usual view of the metric when none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public TrendView? AskedView { get; set; }

    /// <summary>The months of a ratio or rank.</summary>
    [BindProperty(SupportsGet = true)]
    public TrendSpan Span { get; set; }

    /// <summary>The months of the mean over all months.</summary>
    [BindProperty(SupportsGet = true), AllowedValues(null, TrendChoice.Smooth)]
    public string? Smooth { get; set; }

    /// <summary>What map, ranking and heat table show.</summary>
    [BindProperty(SupportsGet = true)]
    public FigureView Show { get; set; }

    /// <summary>What the columns of an indicator's heat table are.</summary>
    [BindProperty(SupportsGet = true)]
    public HeatColumns Heat { get; set; }

    /// <summary>What is compared stands by size, figures by code, unless an order is asked for.</summary>
    public AreaOrder UsualOrder => Show == FigureView.Actual ? AreaOrder.Code : AreaOrder.Value;

    public AreaOrder Order => AskedOrder ?? UsualOrder;

    public MetricYear Table { get; private set; } = null!;

    public TrendView TrendView => AskedView ?? TrendChoice.Usual(Table.Metric);

    /// <summary>Where the page is listed: indicators have an address of their own.</summary>
    public bool IsIndicator => Request.Path.StartsWithSegments("/indicators");

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

    public IReadOnlyList<Picker> Pickers { get; private set; } = [];

    /// <summary>How the figures are computed; null for published ones.</summary>
    public Computation? Computation => Metrics.Computation.Of(Table, Area);

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
        if (await snapshot.OfferedAsync(IsIndicator ? null : Per) is not { } coverage) return NotFound();
        var years = coverage.Where(c => c.Metric.Key == key && c.Metric.IsIndicator == IsIndicator).ToList();
        if (years.Count == 0 || (Fy is not null && coverage.All(c => c.Year != Fy))) return NotFound();
        var chosen = years.Find(c => Fy is null || c.Year == Fy) ?? years[0];
        if (Month is { } month && (month.FiscalYear != chosen.Year || month > chosen.LastMonth)) return NotFound();
        if (Fy is { } year && year != chosen.Year)
        {
            Fallback = text["{0}は{1}には公表されていないため、{2}を示しています。", chosen.Metric.FullName(), year.DisplayName(), chosen.Year.DisplayName()];
        }

        HighlightedAreas = [.. AreaSet.Parse(Request.Query["highlight"]).Take(AreaSet.MaxCompared)];
        Table = await snapshot.TableAsync(chosen);
        Years = [.. years.Select(c => c.Year)];
        var published = await snapshot.CoverageAsync();
        Definitions = [.. Table.Published.SelectMany(t => MetricDefinition.Of(published, t.Metric.Key))];
        Related = [.. chosen.Metric.Related.SelectMany(other => MetricDefinition.Of(published, other).Take(1))];
        var choice = new TrendChoice(TrendView, Span, Smooth is not null);
        Trend = await TrendBlock.LoadAsync(Request, snapshot, coverage, Table, Area, choice, HighlightedAreas, text, cancellationToken);
        Lines = TrendPart.OfHighlighted(this, text);
        Parts = TrendPart.OfParts(this, text);
        Prefectures = MetricPrefectures.Of(this, await YearBeforeAsync(years), text);
        Pickers = [YearPicker(), Picker.Areas(text["推移の地域"], Area), .. IsIndicator ? [] : Picker.Per(await snapshot.ReferencesAsync(), Per, text)];
        return Page();
    }

    // Only what is compared with it needs it.
    private async Task<MetricYear?> YearBeforeAsync(IReadOnlyList<Coverage> years)
    {
        var before = years.Where(c => c.Year.StartYear == Table.Year.StartYear - 1 && Show == FigureView.Yoy);
        return (await snapshot.TablesAsync(before)).SingleOrDefault();
    }

    private Picker YearPicker() => new("fy", text["年度"], [.. Years.Select(y => new PickerOption(y.ToString(), y.DisplayName(), y == Table.Year))]);
}
