using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data;
using Yorozu.Data.Queries;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Pages.Releases;

/// <summary>One release: its document, its tables, what it changed and what does not hold in it.</summary>
public sealed class ReleaseModel(YorozuDbContext db, RequestView view) : PageModel
{
    public ReleaseDetail Release { get; private set; } = null!;

    public ReleaseChanges Changes { get; private set; } = null!;

    public IReadOnlyList<LedgerRow> Failures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.ReleaseAsync(view.Current, id, cancellationToken) is not { } release) return NotFound();

        Release = release;
        Changes = (await db.ReleaseChangesAsync(view.Current, cancellationToken)).Single(r => r.Id == id);
        Failures = await db.FailuresOfReleaseAsync(id, cancellationToken);
        return Page();
    }

    /// <summary>The document, byte for byte. A saved page is never shown as a page of this site.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(int id, CancellationToken cancellationToken) =>
        await db.OriginalDocumentAsync(id, cancellationToken) is { } document
            ? File(document.Bytes, MediaTypeNames.Application.Octet, document.FileName)
            : NotFound();
}
