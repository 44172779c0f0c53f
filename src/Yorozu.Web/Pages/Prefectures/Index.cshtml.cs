using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>The 47 by region, by code or by the main figure; also where the jump box of the header arrives.</summary>
public sealed class IndexModel(RequestView view) : PageModel
{
    /// <summary>By region when no order is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public AreaOrder? Order { get; set; }

    /// <summary>The main figure of each; null when the list is by region or nothing is published.</summary>
    public PrefectureFigures? Figures { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken)
    {
        if (Prefecture.TryParse(code, null, out var prefecture)) return Redirect($"/prefectures/{prefecture.Code}{QueryString.Create(Request.Query.Where(p => p.Key != "code"))}");
        if (code is not null) return NotFound();

        if (Order is { } order && MainMetric.Of(await view.CoverageAsync()) is { } main)
        {
            Figures = PrefectureFigures.Of((await view.MetricYearsAsync(new() { MetricKey = main.Metric.Key, Year = main.Year }, cancellationToken))[0], null, order);
        }

        return Page();
    }
}
