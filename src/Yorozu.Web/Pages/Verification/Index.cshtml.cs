using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Verification;

/// <summary>The ledger: what was checked, what does not hold, and by filter every published sum beside ours.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public FindingKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area? Area { get; set; }

    /// <summary>Leaves out the checks that hold.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Failures { get; set; }

    /// <summary>All counts of this state, which the choices of the form come from.</summary>
    public IReadOnlyList<CheckTally> AllTallies { get; private set; } = [];

    /// <summary>The counts that the chosen year and metric leave.</summary>
    public IReadOnlyList<CheckTally> Tallies { get; private set; } = [];

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> Suspects { get; private set; } = new Dictionary<LedgerRow, IReadOnlyList<Suspect>>();

    /// <summary>True when single checks were asked for, not the overview.</summary>
    public bool IsFiltered => Metric is not null || Kind is not null || Area is not null;

    public IEnumerable<LedgerRow> Errors => Rows.Where(r => r.Finding is { Holds: false, Severity: Severity.Error });

    public IEnumerable<LedgerRow> Warnings => Rows.Where(r => r.Finding is { Holds: false, Severity: Severity.Warning });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        AllTallies = await db.CheckTalliesAsync(view.Current, cancellationToken);
        if (Metric is not null && !AllTallies.Any(t => t.Metric.Key == Metric)) return NotFound();
        // Every check of every year at once is a list nobody reads.
        if (IsFiltered && !Failures) Fy ??= AllTallies.Where(t => Metric is null || t.Metric.Key == Metric).Select(t => (FiscalYear?)t.Year).Max();

        Tallies = [.. AllTallies.Where(t => (Fy is null || t.Year == Fy) && (Metric is null || t.Metric.Key == Metric))];
        Rows = await db.LedgerAsync(
            view.Current,
            new LedgerFilter { MetricKey = Metric, Year = Fy, Kind = Kind, Area = Area, FailuresOnly = Failures || !IsFiltered },
            cancellationToken);
        Suspects = await db.SuspectsAsync(Rows, cancellationToken);
        return Page();
    }
}
