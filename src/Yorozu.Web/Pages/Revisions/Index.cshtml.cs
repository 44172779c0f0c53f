using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Revisions;

/// <summary>Month × release: how the figures of a metric and area changed from one release to the next.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; } = Area.Nation;

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    public IReadOnlyList<string> Parts { get; private set; } = [];

    /// <summary>Null when nothing is published at all.</summary>
    public RevisionTriangle? Triangle { get; private set; }

    /// <summary>Null when too few months have been published twice.</summary>
    public RevisionSize? Size { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Coverage = await view.CoverageAsync();
        // Without a choice the newest year says most: its figures are still moving.
        var chosen = Coverage.Where(c => (Metric is null || c.Metric.Key == Metric) && (Fy is null || c.Year == Fy)).OrderByDescending(c => c.Year).FirstOrDefault();
        if (chosen is null) return Metric is null && Fy is null ? Page() : NotFound();

        var table = (await view.MetricYearsAsync(new() { MetricKey = chosen.Metric.Key, Year = chosen.Year, Areas = [] }, cancellationToken))[0];
        Parts = table.Parts;
        Part ??= table.MainPart;
        if (!Parts.Contains(Part)) return NotFound();

        Triangle = await db.RevisionTriangleAsync(view.Current, chosen.Metric.Key, chosen.Year, Part, Area, cancellationToken);
        Size = await view.RevisionSizeAsync(chosen.Metric.Key, Part, Area);
        return Triangle is null ? NotFound() : Page();
    }
}
