using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>The 47 prefectures by region, code or main figure. Also the target of the jump box in the header.</summary>
public sealed class IndexModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    /// <summary>By region when no order is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public AreaOrder? Order { get; set; }

    /// <summary>The key of the reference table that the main figure is shown per head of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Per { get; set; }

    /// <summary>Handed on to the page of the prefecture, as are year and view.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Fy { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? HandedOnView { get; set; }

    public Tabs Orders => Tabs.Of<AreaOrder?>(Request, "order", Order, [(null, text["地域別"]), (AreaOrder.Code, text["コード順"]), (AreaOrder.Value, text["多い順"])]);

    /// <summary>The main figure of each; null when the list is by region or nothing is published.</summary>
    public RankingTable? Ranking { get; private set; }

    public FigureBlock Block { get; private set; } = null!;

    public IReadOnlyList<Picker> Pickers { get; private set; } = [];

    public IEnumerable<RegionList> Regions => Prefecture.All.OrderBy(p => p.PublishedOrder).GroupBy(p => p.Region)
        .Select(r => new RegionList($"region-{(int)r.Key}", r.Key.DisplayName(), [.. r.OrderBy(p => p.Number)]));

    public async Task<IActionResult> OnGetAsync(string? code)
    {
        // An empty jump box stays on this page.
        if (string.IsNullOrEmpty(code)) return await ListAsync();
        if (!Prefecture.TryParse(code, null, out var prefecture)) return NotFound();
        return Redirect($"/prefectures/{prefecture.Code}{QueryString.Create(Request.Query.Where(p => p.Key != "code"))}");
    }

    private async Task<IActionResult> ListAsync()
    {
        if (await snapshot.OfferedAsync(Per) is not { } coverage) return NotFound();
        if (Order is not { } order || LeadMetric.Of(coverage) is not { } lead) return Page();

        var table = await snapshot.TableAsync(lead);
        Pickers = [.. Picker.Per(await snapshot.ReferencesAsync(), Per, text)];
        var figures = PrefectureFigures.Of(table, null, order);
        var period = text["年度累計（{0}分まで）", table.LastMonth?.MonthName() ?? "―"];
        Ranking = new RankingTable(text["都道府県別の{0}、{1}", table.Metric.DisplayName(), table.Year.DisplayName()], figures, new HashSet<string>());
        Block = new FigureBlock(
            "prefectures",
            new Subject(table.Metric.FullName(), table.Metric.UnitName(), text["都道府県別"], $"{table.Year.DisplayName()} {period.Value}"),
            FigureSources.Of(table))
        {
            Title = RankingSentences.Greatest(figures, text),
            Subtitle = text["単位: {0}　{1}、{2}", table.Metric.UnitName(), table.Metric.FullName(), period],
            Extract = ExtractLink.To([table.Metric], table.Year),
            Table = Ranking,
        };
        return Page();
    }
}

/// <summary>The prefectures of a region.</summary>
public sealed record RegionList(string Id, string Name, IReadOnlyList<Prefecture> Prefectures);
