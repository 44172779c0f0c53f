using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Ledger;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Releases;

/// <summary>One release: its document, its tables, what it changed and what does not hold in it.</summary>
public sealed class ReleaseModel(YorozuDbContext db, RequestView view) : PageModel
{
    public ReleaseDetail Release { get; private set; } = null!;

    public ReleaseChanges Changes { get; private set; } = null!;

    public ReleaseNews News { get; private set; } = null!;

    /// <summary>What does not hold; revised figures have a table of their own.</summary>
    public IReadOnlyList<LedgerRow> Failures { get; private set; } = [];

    public IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> Suspects { get; private set; } = new Dictionary<LedgerRow, IReadOnlyList<Suspect>>();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.ReleaseAsync(view.Current, id, cancellationToken) is not { } release) return NotFound();

        Release = release;
        Changes = (await view.ReleaseChangesAsync()).Single(r => r.Id == id);
        News = (await db.ReleaseNewsAsync(id, cancellationToken))!;
        Failures = await FailuresAsync(id, cancellationToken);
        Suspects = await db.SuspectsAsync(Failures, cancellationToken);
        return Page();
    }

    /// <summary>The document, byte for byte. A saved page is never shown as a page of this site.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(int id, CancellationToken cancellationToken) =>
        await db.OriginalDocumentAsync(id, cancellationToken) is { } document
            ? File(document.Bytes, MediaTypeNames.Application.Octet, document.FileName)
            : NotFound();

    /// <summary>What is new, as text to paste into a mail.</summary>
    public async Task<IActionResult> OnGetNewsAsync(int id, CancellationToken cancellationToken) =>
        await db.ReleaseNewsAsync(id, cancellationToken) is { } news ? Content(ReleaseNewsText.Of(news), "text/plain; charset=utf-8") : NotFound();

    /// <summary>What is new, as CSV.</summary>
    public async Task<IActionResult> OnGetChangesAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.ReleaseNewsAsync(id, cancellationToken) is not { } news) return NotFound();
        var file = new MemoryStream();
        await ReleaseNewsCsv.WriteAsync(file, news, await FailuresAsync(id, cancellationToken), cancellationToken);
        file.Position = 0;
        return File(file, "text/csv; charset=utf-8", $"公表{id}の変更.csv");
    }

    private async Task<IReadOnlyList<LedgerRow>> FailuresAsync(int id, CancellationToken cancellationToken) =>
        [.. (await db.FailuresOfReleaseAsync(id, cancellationToken)).Where(f => f.Finding.Severity != Severity.Info)];
}
