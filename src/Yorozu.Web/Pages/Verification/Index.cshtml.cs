using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Ledger;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Verification;

/// <summary>The ledger: checks and failures, and by filter every published sum beside the computed one.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    /// <summary>One metric lists its checks; several are counted together, as a badge does.</summary>
    [BindProperty(SupportsGet = true)]
    public IReadOnlyList<string?> Metric { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public CheckKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area? Area { get; set; }

    /// <summary>Leaves out the passed checks.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Failures { get; set; }

    public string Heading { get; private set; } = "";

    /// <summary>The metric of the list; null when it is of several.</summary>
    public Metric? OnlyMetric { get; private set; }

    public LedgerFilters Filters { get; private set; } = null!;

    /// <summary>A sentence about the fallback; empty when the request is shown as asked.</summary>
    public string Fallback { get; private set; } = "";

    /// <summary>The counts that the chosen years and metrics leave.</summary>
    public LedgerTallies Tallies { get; private set; } = null!;

    /// <summary>Sums that fail, revised figures and unusual values, each with its count.</summary>
    public IReadOnlyList<LedgerSection> Sections { get; private set; } = [];

    /// <summary>True when single checks were asked for, not the overview.</summary>
    public bool IsFiltered => Metric.Count == 1 || Kind is not null || Area is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // 「すべて」 is sent as an empty value.
        Metric = [.. Metric.Where(m => m is { Length: > 0 })];
        var all = await db.CheckTalliesAsync(snapshot.Current, cancellationToken);
        if (Metric.Any(m => all.All(t => t.Metric.Key != m))) return NotFound();

        LimitYears(all);
        var tallies = all.Where(t => (Fy is null || t.Year == Fy) && IsChosen(t.Metric)).ToList();
        var rows = (await db.LedgerAsync(
            snapshot.Current,
            new LedgerFilter { MetricKey = Metric.Count == 1 ? Metric[0] : null, Year = Fy, Kind = Kind, Area = Area, FailuresOnly = Failures || !IsFiltered },
            cancellationToken)).Where(r => IsChosen(r.Metric)).ToList();
        var suspects = await db.SuspectsAsync(rows, cancellationToken);
        OnlyMetric = Metric.Count == 1 ? all.First(t => t.Metric.Key == Metric[0]).Metric : null;
        Heading = OnlyMetric is { } metric && tallies.Select(t => t.Year).Distinct().ToList() is [var year]
            ? text["検算: {0}、{1}", metric.FullName(), year.DisplayName()]
            : text["検算の台帳"];
        Filters = LedgerFilters.Of(this, all, text);
        Tallies = LedgerTallies.Of(tallies, text);
        Sections = IsFiltered
            ? LedgerSection.OfList(rows, suspects, tallies, Failures, Kind, OnlyMetric is null, text)
            : LedgerSection.OfOverview(rows, suspects, text);
        return Page();
    }

    private bool IsChosen(Metric metric) => Metric.Count == 0 || Metric.Contains(metric.Key);

    // A list of all checks of all years would be too long.
    private void LimitYears(IReadOnlyList<CheckTally> all)
    {
        if (!IsFiltered || Failures || Fy is not null) return;
        var years = all.Where(t => IsChosen(t.Metric)).Select(t => t.Year).Distinct().Order().ToList();
        if (years.Count < 2) return;
        Fy = years[^1];
        Fallback = text["全年度の検算は多いため、{0}だけを示しています。「一致しないものだけ」を選ぶと全年度を示します。", years[^1].DisplayName()];
    }
}
