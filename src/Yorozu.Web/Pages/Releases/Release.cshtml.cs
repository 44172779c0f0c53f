using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Ledger;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Releases;

/// <summary>One release: its document, its tables, what it changed and which checks it fails.</summary>
public sealed class ReleaseModel(YorozuDbContext db, RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    public ReleaseDetail Release { get; private set; } = null!;

    public ReleaseChanges Changes { get; private set; } = null!;

    public string Heading => text["{0} {1}分までの公表", Release.Year.DisplayName(), Release.AsOf.MonthName()];

    public ReleaseNewsPage News { get; private set; } = null!;

    /// <summary>Sums that fail and missing tables; revised figures have a table of their own.</summary>
    public IReadOnlyList<LedgerSection> Failures { get; private set; } = [];

    public IReadOnlyList<LedgerSection> Unusual { get; private set; } = [];

    public IReadOnlyList<ReleaseTableLine> Tables =>
        [.. Release.Tables.Select(t => new ReleaseTableLine(t, $"/metrics/{t.Metric.Key}?fy={Release.Year}{AsOf}", StateOf(t)))];

    /// <summary>The figures of a withdrawn release are only visible in the state it made.</summary>
    public ViewDataDictionary Links
    {
        get
        {
            var links = new ViewDataDictionary(ViewData);
            if (Release.WithdrawnAt is not null) links[PreservedParametersTagHelper.AsOf] = Release.Id;
            return links;
        }
    }

    private string AsOf => Release.WithdrawnAt is null ? "" : $"&asof={Release.Id}";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.ReleaseAsync(snapshot.Current, id, cancellationToken) is not { } release) return NotFound();

        Release = release;
        Changes = (await snapshot.ReleaseChangesAsync()).Single(r => r.Id == id);
        News = ReleaseNewsPage.Of((await db.ReleaseNewsAsync(id, cancellationToken))!, text);
        var failures = await FailuresAsync(id, cancellationToken);
        var suspects = await db.SuspectsAsync(failures, cancellationToken);
        (Failures, Unusual) = LedgerSection.OfRelease(Changes, failures, suspects, text);
        return Page();
    }

    /// <summary>The document, byte for byte. A saved page is never shown as a page of this site.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.OriginalDocumentAsync(id, cancellationToken) is not { } document) return NotFound();
        // Keeps documents of several MiB out of the page cache.
        Response.Headers.CacheControl = "public, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document.Bytes))}\"");
        return new FileContentResult(document.Bytes, MediaTypeNames.Application.Octet) { FileDownloadName = document.FileName, EntityTag = tag };
    }

    /// <summary>What is new, as text to paste into a mail.</summary>
    public async Task<IActionResult> OnGetNewsAsync(int id, CancellationToken cancellationToken) =>
        await db.ReleaseNewsAsync(id, cancellationToken) is { } news ? Content(ReleaseNewsText.Of(news, text), "text/plain; charset=utf-8") : NotFound();

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
        [.. (await db.FailuresOfReleaseAsync(id, cancellationToken)).Where(f => f.CheckResult.Severity != Severity.Info)];

    private string StateOf(ReleaseTable table)
    {
        if (Release.WithdrawnAt is not null) return text["取り下げ"];
        return table.IsCurrent ? text["表示中"] : text["より新しい公表あり"];
    }
}

/// <summary>A table of the document, and whether it is what the site shows.</summary>
public sealed record ReleaseTableLine(ReleaseTable Table, string Href, string State);
