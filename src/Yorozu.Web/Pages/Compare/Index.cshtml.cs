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

namespace Yorozu.Web.Pages.Compare;

/// <summary>Up to twelve areas side by side, by one metric or several. The address has the whole choice.</summary>
public sealed class IndexModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    /// <summary>With several metrics, the trends begin this many years before: twelve areas leave little room.</summary>
    private const int YearsBefore = 2;

    /// <summary>Of the names: all 47 in the longest spelling.</summary>
    public const int MaxLength = 500;

    /// <summary>The greatest, where no area is asked for.</summary>
    private const int DefaultAreas = 5;

    [BindProperty(SupportsGet = true, Name = "metric")]
    public string[] AskedMetrics { get; set; } = [];

    /// <summary>All metrics of a section as printed, <c>all</c> of the year, or <c>one</c>: it wins over metrics that are asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    /// <summary>The key of the reference table that figures are shown per head of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Per { get; set; }

    /// <summary>The usual view of the metric when none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public TrendView? AskedView { get; set; }

    /// <summary>The months of a ratio or rank.</summary>
    [BindProperty(SupportsGet = true)]
    public TrendSpan Span { get; set; }

    [BindProperty(SupportsGet = true)]
    public ComparisonScale Scale { get; set; }

    /// <summary>As in the address when no order is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public AreaOrder? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "areas")]
    public string[] AskedAreas { get; set; } = [];

    /// <summary>Names or codes of further areas, typed in one line. Known ones move to <see cref="AskedAreas"/>.</summary>
    [BindProperty(SupportsGet = true), StringLength(MaxLength)]
    public string? Names { get; set; }

    public TrendView TrendView { get; private set; }

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>Which of the names are of no area, in a sentence; empty when all are.</summary>
    public string UnknownNames { get; private set; } = "";

    /// <summary>Which areas do not fit, in a sentence; empty when all do.</summary>
    public string LeftOut { get; private set; } = "";

    /// <summary>A sentence about the fallback; empty when the request is shown as asked.</summary>
    public string Fallback { get; private set; } = "";

    /// <summary>What the form asks for; empty when nothing is published.</summary>
    public IReadOnlyList<Picker> Pickers { get; private set; } = [];

    /// <summary>One metric or a section: buttons, so that boxes already ticked are sent along.</summary>
    public Picker Sections { get; private set; } = null!;

    /// <summary>The same comparison without areas; null where none is chosen.</summary>
    public string? ClearHref { get; private set; }

    /// <summary>The order that needs no parameter: of an example by size, as in the address, or null where the address has an order of its own.</summary>
    public AreaOrder? UsualOrder { get; private set; }

    /// <summary>The metrics where there are several, and the areas.</summary>
    public IReadOnlyList<CheckList> CheckLists { get; private set; } = [];

    /// <summary>Null when nothing is published.</summary>
    public ComparisonBlock? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!AreaSet.AreAreas(AskedAreas)) return BadRequest();
        var asked = AreaSet.Parse(AskedAreas);
        var typed = TypedAreas.Read(Names ?? "");
        if (typed.Areas.Count > 0) return Redirect(AddressOf(asked.Union(typed.Areas), typed.Unknown));
        if (typed.Unknown.Count > 0)
        {
            UnknownNames = text[
                "「{0}」という都道府県はありません。「岡山 広島」のように、名前かコードを空白で区切って入れてください。", string.Join(' ', typed.Unknown)];
        }

        Areas = [.. asked.Take(AreaSet.MaxCompared)];
        if (asked.Count > AreaSet.MaxCompared)
        {
            LeftOut = text[
                "一度に比べられるのは{0}地域までです。入りきらなかった地域: {1}",
                AreaSet.MaxCompared,
                string.Join(text["、"], asked.Skip(AreaSet.MaxCompared).Select(a => a.DisplayName()))];
        }

        if (await snapshot.OfferedAsync(Per) is not { } coverage) return NotFound();
        if (coverage.Count == 0) return Page();
        if (ComparedMetrics.Of(coverage, AskedMetrics, Section, Fy, text) is not { } metrics) return NotFound();

        Fallback = metrics.Fallback;
        TrendView = AskedView ?? TrendChoice.Usual(metrics.Tables[0].Metric);
        var tables = await snapshot.TablesAsync(metrics.Tables);
        UsualOrder = Areas.SequenceEqual(Areas.Order()) ? AreaOrder.Code : null;
        if (asked.Count == 0)
        {
            UsualOrder = AreaOrder.Value;
            Areas = [.. ByValue(Area.All.Where(a => !a.IsNation), tables[0]).Take(DefaultAreas)];
            Fallback += text["例として、{0}の多い{1}地域を示しています。比べる地域は上で選べます。", tables[0].Metric.DisplayName(), DefaultAreas];
        }

        Areas = Ordered(tables[0]);
        Control(metrics, coverage, asked, Picker.Per(await snapshot.ReferencesAsync(), Per, text));
        if (metrics.IsSingle && TrendView is TrendView.Share or TrendView.Rank && Areas.All(a => a.IsNation))
        {
            TrendView = TrendChoice.Usual(metrics.Tables[0].Metric);
            Fallback += TrendView == TrendView.Cumulative
                ? text["全国には全国比と順位がないため、年度累計を示しています。"]
                : text["全国には全国比と順位がないため、月別の値を示しています。"];
        }

        Comparison = metrics.IsSingle ? await SingleAsync(tables[0], coverage) : await SeveralAsync(metrics, tables, coverage, cancellationToken);
        return Page();
    }

    private string AddressOf(IEnumerable<Area> areas, IReadOnlyList<string> unknown) => Request.With(
        ("areas", string.Join(',', areas.Select(a => a.Code))), ("names", unknown.Count > 0 ? string.Join(' ', unknown) : null));

    private IReadOnlyList<Area> Ordered(MetricYear table) => Order switch
    {
        AreaOrder.Code => [.. Areas.Order()],
        AreaOrder.Value => [.. ByValue(Areas, table)],
        _ => Areas,
    };

    private static IEnumerable<Area> ByValue(IEnumerable<Area> areas, MetricYear table) =>
        areas.OrderByDescending(a => table.Of(a).CumulativeAt(table.PublishedMonths - 1) ?? -1);

    private async Task<ComparisonBlock> SingleAsync(MetricYear table, IReadOnlyList<Coverage> coverage)
    {
        var choice = new TrendChoice(TrendView, Span);
        var isOfOneYear = !Figures.Trend.Comparison.IsLong(choice) && TrendView != TrendView.Annual;
        var ofMetric = coverage.Where(c => c.Metric.Key == table.Metric.Key).ToList();
        var years = ofMetric.Where(c => isOfOneYear
            ? table.Year.StartYear - c.Year.StartYear is 0 or 1
            : ofMetric[0].Year.StartYear - c.Year.StartYear < TrendSubject.MaxYears);
        return ComparisonBlock.Of(this, table, await snapshot.TablesAsync(years), choice, text);
    }

    private async Task<ComparisonBlock> SeveralAsync(
        ComparedMetrics metrics, IReadOnlyList<MetricYear> tables, IReadOnlyList<Coverage> coverage, CancellationToken cancellationToken)
    {
        var keys = metrics.Tables.Select(t => t.Metric.Key).ToHashSet();
        var ago = coverage.Where(c => keys.Contains(c.Metric.Key)).ToLookup(c => metrics.Year.StartYear - c.Year.StartYear);
        var before = await snapshot.TablesAsync(ago[1]);
        var earlier = await snapshot.RowsAsync(ago[YearsBefore], Areas, cancellationToken);
        var grid = ComparisonGrid.Of(metrics.Name, tables, before, earlier, Areas, Request, text);
        return ComparisonBlock.Of(this, metrics.Name, grid, [.. tables, .. before, .. earlier], text);
    }

    private void Control(ComparedMetrics metrics, IReadOnlyList<Coverage> coverage, IReadOnlyList<Area> asked, IEnumerable<Picker> per)
    {
        var (lead, year) = (metrics.Tables[0], metrics.Year);
        var chosen = asked.Take(AreaSet.MaxCompared).Select(a => a.Code).ToHashSet();
        var years = metrics.IsSingle
            ? Picker.Years(coverage, lead, text)
            : new Picker("fy", text["年度"], [.. coverage.Select(c => c.Year).Distinct().OrderDescending()
                .Select(y => new PickerOption(y.ToString(), y.DisplayName(), y == year))]);
        Pickers = metrics.IsSingle ? [Picker.Metrics("metric", text["指標"], coverage, year, lead.Metric.Key, text), years, .. per] : [years, .. per];
        Sections = new Picker("section", text["指標をまとめて選ぶ:"], [.. ComparedMetrics.Choices(coverage, year, text)
            .Select(c => new PickerOption(c.Section, c.Name, c.Section == metrics.Section))]);
        ClearHref = asked.Count > 0 ? Request.With(("areas", null), ("names", null)) : null;
        // The chosen first: a form sends boxes in the order of the page.
        var offered = asked.Take(AreaSet.MaxCompared).Union(Area.All);
        var areas = new AreaPicker("areas", text["地域を選ぶ"], text["比べる"], offered, chosen)
        {
            IsOpen = asked.Count == 0,
            Groups = RegionPicker(chosen),
        };
        CheckLists = metrics.IsSingle ? [areas] : [MetricList(metrics, coverage), areas];
    }

    private CheckList MetricList(ComparedMetrics metrics, IReadOnlyList<Coverage> coverage)
    {
        var chosen = metrics.Tables.Select(t => t.Metric.Key).ToHashSet();
        return new CheckList("metric", text["指標を選ぶ"], text["比べる"], [.. coverage.Where(c => c.Year == metrics.Year)
            .Select(c => new PickerOption(c.Metric.Key, c.Metric.FullName(), chosen.Contains(c.Metric.Key)))]);
    }

    private Picker RegionPicker(HashSet<string> chosen)
    {
        var regions = Prefecture.All.OrderBy(p => p.PublishedOrder).GroupBy(p => p.Region);
        return new Picker("areas", text["地域ごとに加える:"], [.. regions.Select(region => new PickerOption(
            string.Join(',', region.Select(p => p.Code)),
            region.Key.DisplayName(),
            chosen.SetEquals(region.Select(p => p.Code))))]);
    }
}
