using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Importing;
using Yorozu.Data.Log;
using Yorozu.Data.Staging;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification;
using Yorozu.Web.Admin;

namespace Yorozu.Web.Pages.Admin.Uploads;

/// <summary>Everything an admin has to see before a document becomes public, and the two ways on: publish or discard.</summary>
public sealed class ReviewModel(StagingArea staging, ActionLog log) : PageModel
{
    public const int LongestNote = 1000;

    private StagedReview _review = null!;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public string? Note { get; private set; }

    public IReadOnlyList<string> Complaints { get; private set; } = [];

    public StagedUpload Upload => _review.Upload;

    public ImportProposal Proposal => _review.Proposal;

    public bool NoteRequired => _review.NoteRequired;

    public PublishedPage? Reading => Proposal.Page;

    public ImportPlan? Plan => Proposal.Plan;

    public IReadOnlyList<Finding> Errors => [.. Proposal.Findings.Where(f => !f.Holds && f.Severity == Severity.Error)];

    public IReadOnlyList<Finding> Unusual => [.. Proposal.Findings.Where(f => !f.Holds && f.Severity == Severity.Warning)];

    /// <summary>How many sums were checked.</summary>
    public int Sums => Proposal.Findings.Count(f => f.Severity == Severity.Error);

    /// <summary>How many tables would not be shown, because later ones stand.</summary>
    public int Hidden => Plan!.Tables.Count(t => !t.TakesEffect);

    public IReadOnlyList<NewTerm> NewTerms => [.. Proposal.NewTerms];

    public IReadOnlyDictionary<string, string> Names => Reading!.Tables.ToDictionary(t => t.Metric.Key, t => t.Metric.Name);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync([], cancellationToken);

    public async Task<IActionResult> OnGetOriginalAsync(CancellationToken cancellationToken)
    {
        if (await staging.DocumentAsync(Id, cancellationToken) is not { } document) return NotFound();

        await log.WriteAsync(HttpContext.Actor(), LogAction.Download, document.Name, LogOutcome.Done);
        return File(document.Bytes.ToArray(), MediaTypeNames.Application.Octet, document.Name);
    }

    public async Task<IActionResult> OnPostPublishAsync(long? baseVersion, string? note, CancellationToken cancellationToken)
    {
        Note = note?.ReplaceLineEndings("\n");
        if (Note?.Length > LongestNote) return await ShowAsync([$"メモは{LongestNote}文字以内にしてください。まだ公開していません。"], cancellationToken);

        return await staging.PublishAsync(Id, baseVersion ?? -1, Note ?? "", HttpContext.Actor(), cancellationToken) switch
        {
            StagedOutcome.Published published => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin?done=published&release={published.ReleaseId}")),
            StagedOutcome.NoteMissing => await ShowAsync(["まだ公開していません。公開中の値が変わるか、確かめる必要のある値があるため、理由をメモに書いてください。"], cancellationToken),
            StagedOutcome.BaseMoved => await ShowAsync(["まだ公開していません。確認している間に、ほかの公表か取り下げがありました。今の値と比べ直したので、もう一度内容を確かめてから公開してください。"], cancellationToken),
            _ => LocalRedirect("/admin?done=gone"),
        };
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) =>
        LocalRedirect(await staging.DiscardAsync(Id, HttpContext.Actor(), cancellationToken) ? "/admin?done=discarded" : "/admin?done=gone");

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> complaints, CancellationToken cancellationToken)
    {
        if (await staging.ReviewAsync(Id, cancellationToken) is not { } review) return LocalRedirect("/admin?done=gone");

        (_review, Complaints) = (review, complaints);
        return Page();
    }
}
