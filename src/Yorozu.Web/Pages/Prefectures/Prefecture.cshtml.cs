using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>Everything about one prefecture: each metric beside the nation, the 47 and its region.</summary>
public sealed class PrefectureModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    /// <summary>The metric whose months are drawn; the lead metric when none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    public Prefecture Prefecture { get; private set; } = null!;

    /// <summary>Null when nothing is published at all.</summary>
    public PrefecturePage? Figures { get; private set; }

    /// <summary>The neighbours in code order, cyclic.</summary>
    public Prefecture Previous => Prefecture.FromNumber(Prefecture.Number == 1 ? 47 : Prefecture.Number - 1);

    public Prefecture Next => Prefecture.FromNumber(Prefecture.Number == 47 ? 1 : Prefecture.Number + 1);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!Prefecture.TryParse(code, null, out var prefecture)) return NotFound();
        Prefecture = prefecture;
        var coverage = await snapshot.CoverageAsync();
        if (coverage.Count == 0) return Page();
        if (MetricChoice.Of(coverage, Metric, Fy, text) is not { } choice) return NotFound();

        var tables = await snapshot.MetricYearsAsync(new() { Year = choice.Table.Year }, cancellationToken);
        Figures = PrefecturePage.Of(prefecture, coverage, choice, tables, text);
        return Page();
    }
}
