using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Verification;

/// <summary>One figure: in which documents it was printed, where, and as what.</summary>
public sealed class CellModel(YorozuDbContext db, RequestView view) : PageModel
{
    [BindProperty(SupportsGet = true), Required]
    public string Metric { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; }

    /// <summary>The month; without one it is the 累計値 of <see cref="Fy"/>.</summary>
    [BindProperty(SupportsGet = true), MonthOfAFiscalYear]
    public YearMonth? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    public CellProvenance Cell { get; private set; } = null!;

    public CellVersion Shown => Cell.Versions[0];

    /// <summary>The line of a text document as printed; null for HTML, whose lines mean nothing to a reader.</summary>
    public string? PrintedLine { get; private set; }

    public IReadOnlyList<LedgerRow> Checks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((Month?.FiscalYear ?? Fy) is not { } year) return NotFound();
        if (await db.ProvenanceAsync(view.Current, new CellAddress(Metric, Part ?? "", Area, year, Month), cancellationToken) is not { } cell) return NotFound();

        Cell = cell;
        PrintedLine = await PrintedLineAsync(cancellationToken);
        var checks = await db.LedgerAsync(view.Current, new LedgerFilter { MetricKey = Metric, Year = year, Area = Area }, cancellationToken);
        Checks = [.. checks.Where(c => c.Finding.Month == Month && c.Finding.Part == (Part ?? ""))];
        return Page();
    }

    private async Task<string?> PrintedLineAsync(CancellationToken cancellationToken)
    {
        if (Shown.Position.Table > 0 || await db.OriginalDocumentAsync(Shown.ReleaseId, cancellationToken) is not { } document) return null;
        var lines = Encoding.GetEncoding(document.EncodingName).GetString(document.Bytes).ReplaceLineEndings("\n").Split('\n');
        return lines.ElementAtOrDefault(Shown.Position.Row - 1)?.Trim('\uFEFF');
    }
}
