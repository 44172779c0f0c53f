using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>The table as the published page has it, so that it can be checked against the original by eye.</summary>
public sealed class PrintModel(RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    public MetricYear Table { get; private set; } = null!;

    public IReadOnlyList<YearMonth> Months => [.. Table.Year.Months.Take(Table.PublishedMonths)];

    /// <summary>The country first, then the prefectures in the order of the published tables.</summary>
    public IEnumerable<Area> Areas => Prefecture.All.OrderBy(p => p.PublishedOrder).Select(Area.Of).Prepend(Area.Nation);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var tables = await view.MetricYearsAsync(new() { MetricKey = key, Year = Fy }, cancellationToken);
        if (tables.Count == 0) return NotFound();

        Table = tables[0];
        return Page();
    }
}
