using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>Everything about one prefecture: each metric beside the nation, the 47 and its region.</summary>
public sealed class PrefectureModel(RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    /// <summary>The metric whose months are drawn; the first when none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    public Prefecture Prefecture { get; private set; } = null!;

    public Area Area => Area.Of(Prefecture);

    public FiscalYear Year { get; private set; }

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    public IReadOnlyList<PrefectureRow> Rows { get; private set; } = [];

    public PrefectureRow? Chosen { get; private set; }

    /// <summary>The neighbours in code order; the ends meet.</summary>
    public Prefecture Previous => Prefecture.FromNumber(Prefecture.Number == 1 ? 47 : Prefecture.Number - 1);

    public Prefecture Next => Prefecture.FromNumber(Prefecture.Number == 47 ? 1 : Prefecture.Number + 1);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!Prefecture.TryParse(code, null, out var prefecture)) return NotFound();

        Prefecture = prefecture;
        var coverage = await view.CoverageAsync();
        Years = [.. coverage.Select(c => c.Year).Distinct().OrderDescending()];
        if (Years.Count == 0) return Page();

        Year = Fy ?? Years[0];
        if (!Years.Contains(Year)) return NotFound();

        var tables = await view.MetricYearsAsync(new() { Year = Year }, cancellationToken);
        Rows = [.. tables.Select(t => PrefectureRow.Of(t, prefecture))];
        Chosen = Rows.FirstOrDefault(r => Metric is null || r.Table.Metric.Key == Metric);
        return Chosen is null ? NotFound() : Page();
    }
}
