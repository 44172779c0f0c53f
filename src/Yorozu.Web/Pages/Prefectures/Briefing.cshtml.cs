using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>A prefecture on one A4 sheet, for a meeting.</summary>
public sealed class BriefingModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    /// <summary>The metric the sheet opens with; the lead metric when none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    public string Back => $"/prefectures/{Prefecture.Code}{Request.QueryString}";

    public Snapshot Snapshot => snapshot.Current;

    public Prefecture Prefecture { get; private set; } = null!;

    /// <summary>Null when nothing is published at all.</summary>
    public BriefingSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!Prefecture.TryParse(code, null, out var prefecture)) return NotFound();
        Prefecture = prefecture;
        var coverage = (await snapshot.OfferedAsync(null))!;
        if (coverage.Count == 0) return Page();
        if (MetricChoice.Of(coverage, Metric, Fy, text) is not { } choice) return NotFound();

        var figures = await PrefectureYear.ReadAsync(snapshot, coverage, prefecture, choice.Table.Year, text, cancellationToken);
        Sheet = BriefingSheet.Of(figures, choice, text);
        return Page();
    }
}
