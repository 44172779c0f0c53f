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

namespace Yorozu.Web.Pages;

/// <summary>Up to twelve areas on one chart. The address has the whole choice.</summary>
public sealed class CompareModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    public const int MaxAreas = 12;

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public CompareView CompareView { get; set; }

    /// <summary>As in the address when no order is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public AreaOrder? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "areas")]
    public string[] AskedAreas { get; set; } = [];

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>Which areas do not fit, in a sentence; empty when all do.</summary>
    public string LeftOut { get; private set; } = "";

    /// <summary>What is shown instead of what was asked for; empty when it is just that.</summary>
    public string Fallback { get; private set; } = "";

    /// <summary>What the form asks for; empty when nothing is published.</summary>
    public IReadOnlyList<Picker> Pickers { get; private set; } = [];

    public Tabs Regions { get; private set; } = new([]);

    public AreaPicker AreaPicker { get; private set; } = null!;

    /// <summary>Null until areas are chosen.</summary>
    public ComparisonBlock? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!AreaSet.AreAreas(AskedAreas)) return BadRequest();
        var asked = AreaSet.Parse(AskedAreas);
        Areas = [.. asked.Take(MaxAreas)];
        if (asked.Count > MaxAreas)
        {
            LeftOut = text["一度に比べられるのは{0}地域までです。入りきらなかった地域: {1}", MaxAreas, string.Join(text["、"], asked.Skip(MaxAreas).Select(a => a.DisplayName()))];
        }

        var coverage = await snapshot.CoverageAsync();
        if (coverage.Count == 0) return Page();
        if (Choose(coverage) is not { } choice) return NotFound();

        Fallback = choice.Fallback;
        var (metric, year) = (choice.Table.Metric, choice.Table.Year);
        var table = await snapshot.MetricYearAsync(metric.Key, year, cancellationToken, [.. Areas.Append(Area.Nation).Distinct()]);
        Areas = Order switch
        {
            AreaOrder.Code => [.. Areas.Order()],
            AreaOrder.Value => [.. Areas.OrderByDescending(a => table.Of(a).CumulativeAt(table.PublishedMonths - 1) ?? -1)],
            _ => Areas,
        };
        Pickers = [Picker.Metrics("metric", text["指標"], coverage, year, metric.Key, text), Picker.Years(coverage, choice.Table, text)];
        Regions = RegionTabs(metric, year);
        AreaPicker = new AreaPicker("areas", text["地域を選ぶ"], text["比べる"], Area.All, Areas.Select(a => a.Code).ToHashSet(), IsOpen: Areas.Count == 0);
        if (Areas.Count > 0) Comparison = ComparisonBlock.Of(this, table, text);
        return Page();
    }

    // By default, the table with the most months to compare.
    private MetricChoice? Choose(IReadOnlyList<Coverage> coverage) => Metric is null && Fy is null
        ? new MetricChoice(coverage.MaxBy(c => (c.LastMonth is { } last ? MonthlySeries.IndexOf(last) : -1, c.Year))!, "")
        : MetricChoice.Of(coverage, Metric, Fy, text);

    private Tabs RegionTabs(Metric metric, FiscalYear year)
    {
        var regions = Prefecture.All.OrderBy(p => p.PublishedOrder).GroupBy(p => p.Region);
        return new Tabs([.. regions.Select(region => new Tab(
            region.Key.DisplayName(),
            Request.With(("metric", metric.Key), ("fy", year.ToString()), ("areas", string.Join(',', region.Select(p => p.Code)))),
            Areas.Select(a => a.Code).ToHashSet().SetEquals(region.Select(p => p.Code))))]);
    }
}
