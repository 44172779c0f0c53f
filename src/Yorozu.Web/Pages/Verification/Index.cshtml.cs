using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data;
using Yorozu.Data.Queries;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Pages.Verification;

/// <summary>The ledger: what was checked, what does not hold, and for one metric every published sum beside ours.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    public IReadOnlyList<CheckTally> Tallies { get; private set; } = [];

    public IReadOnlyList<LedgerRow> Failures { get; private set; } = [];

    /// <summary>The metric and year whose sums are shown one by one; null when only the overview was asked for.</summary>
    public CheckTally? Chosen { get; private set; }

    public IReadOnlyList<LedgerRow> Sums { get; private set; } = [];

    public IEnumerable<CheckTally> SumTallies => Tallies.Where(t => t.Kind <= FindingKind.Part);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Tallies = await db.CheckTalliesAsync(view.Current, cancellationToken);
        if (Fy is { } fy) Tallies = [.. Tallies.Where(t => t.Year == fy)];
        Failures = await db.FailuresAsync(view.Current, cancellationToken);
        if (Metric is null) return Page();

        Chosen = Tallies.FirstOrDefault(t => t.Metric.Key == Metric);
        if (Chosen is null) return NotFound();

        Sums = await db.SumsAsync(view.Current, Metric, Chosen.Year, cancellationToken);
        return Page();
    }
}
