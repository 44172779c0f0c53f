using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Scatter;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>Two metrics of one year against each other, prefecture by prefecture.</summary>
public sealed class ScatterModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? X { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Y { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true), MonthOfAFiscalYear]
    public YearMonth? Month { get; set; }

    /// <summary>The key of the reference table that figures are shown per head of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Per { get; set; }

    [BindProperty(SupportsGet = true)]
    public AreaOrder Order { get; set; }

    /// <summary>A logarithmic scale spreads out what crowds beside one large figure.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Log { get; set; }

    /// <summary>Sentences about the fallback; empty when the request is shown as asked.</summary>
    public IReadOnlyList<string> Fallbacks { get; private set; } = [];

    public IReadOnlyList<Picker> Pickers { get; private set; } = [];

    public AreaPicker Highlight { get; private set; } = null!;

    public Tabs Years { get; private set; } = null!;

    /// <summary>Another order of the table, and another scale where there can be one.</summary>
    public Tabs Switches { get; private set; } = null!;

    /// <summary>Null when nothing is published at all.</summary>
    public ScatterTable? Table { get; private set; }

    public FigureBlock Block { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await snapshot.OfferedAsync(Per) is not { } coverage) return NotFound();
        if (coverage.Count == 0) return Page();

        var year = Month?.FiscalYear ?? Fy ?? YearOf(coverage, X) ?? YearOf(coverage, Y) ?? coverage.Max(c => c.Year);
        if (MetricChoice.Of(coverage, X, year, text, taken: Y) is not { } x) return NotFound();
        if (MetricChoice.Of(coverage, Y, year, text, taken: x.Table.Metric.Key) is not { } y) return NotFound();

        var (across, up) = (await snapshot.TableAsync(x.Table), await snapshot.TableAsync(y.Table));
        Fallbacks = [.. new[] { x.Fallback, y.Fallback, MonthIn(across) }.Where(f => f.Length > 0).Distinct()];
        Show(coverage, across, up, Picker.Per(await snapshot.ReferencesAsync(), Per, text));
        return Page();
    }

    private static FiscalYear? YearOf(IReadOnlyList<Coverage> coverage, string? key) => coverage.FirstOrDefault(c => c.Metric.Key == key)?.Year;

    // An unpublished month falls back to the year so far.
    private string MonthIn(MetricYear table)
    {
        if (Month is not { } month || month <= table.LastMonth) return "";
        Month = null;
        return text["{0}は{1}には公表されていないため、{2}を示しています。", table.Metric.FullName(), month.FullName(), text["年度累計"]];
    }

    private void Show(IReadOnlyList<Coverage> coverage, MetricYear across, MetricYear up, IEnumerable<Picker> per)
    {
        var year = across.Year;
        var highlighted = AreaSet.Parse(Request.Query["highlight"]).Select(a => a.Code).ToHashSet();
        Table = ScatterTable.Of(across, up, Month, Order, Log, highlighted, text);
        Block = Table.Block(text);
        Pickers =
        [
            Picker.Metrics("x", text["横の指標"], coverage, year, across.Metric.Key, text),
            Picker.Metrics("y", text["縦の指標"], coverage, year, up.Metric.Key, text),
            Picker.Months(across, Month, text),
            .. per,
        ];
        Highlight = new AreaPicker("highlight", text["強調する都道府県を選ぶ"], text["強調する"], Area.All.Skip(1), highlighted);
        Years = new Tabs([.. coverage.Select(c => c.Year).Distinct().OrderDescending().Select(y => new Tab(
            y.DisplayName(),
            Request.With(("x", across.Metric.Key), ("y", up.Metric.Key), ("fy", y.ToString()), ("month", null)),
            y == year))]);
        var isByCode = Order == AreaOrder.Code;
        Switches = new Tabs(
        [
            new Tab(isByCode ? text["表を横の指標の多い順にする"] : text["表をコード順にする"], Request.With(("order", isByCode ? "value" : null)), false),
            .. Table.CanBeLog
                ? [new Tab(Table.IsLog ? text["ふつうの目盛にする"] : text["対数目盛にして込み合ったところを広げる"], Request.With(("log", Table.IsLog ? null : "true")), false)]
                : Array.Empty<Tab>(),
        ]);
    }
}
