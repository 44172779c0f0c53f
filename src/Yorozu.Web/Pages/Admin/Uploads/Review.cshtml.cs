using System.Diagnostics;
using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Review;
using Yorozu.Web.Admin.Sessions;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Admin.Uploads;

/// <summary>The review of a document before publication: publish or discard.</summary>
public sealed class ReviewModel(StagingArea staging, ActionLog log, TimeProvider clock) : PageModel
{
    private StagedReview _review = null!;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public string? Note { get; private set; }

    /// <summary>Notes to pick; another one can be typed.</summary>
    public static IReadOnlyList<Phrase> NotePresets { get; } =
    [
        new Phrase("公表元が訂正したため。"),
        new Phrase("公表元に確認済み。"),
        new Phrase("公表元に照会中。"),
        new Phrase("公表元のページのとおり。"),
    ];

    /// <summary>The day on which its publisher published the document, as <c>2026-05-15</c>.</summary>
    public string PublishedOn { get; private set; } = "";

    public string Today => IsoDate.Of(PublicationDate.Today(clock));

    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    public StagedUpload Upload => _review.Upload;

    public ImportProposal Proposal => _review.Proposal;

    public bool NoteRequired => _review.NoteRequired;

    public PublishedPage? Reading => Proposal.Page;

    public ImportPlan? Plan => Proposal.Plan;

    public Phrase Format => Reading!.Format switch
    {
        DocumentFormat.Html => Phrase.Printed("HTML"),
        DocumentFormat.Xlsx => new Phrase("Excelブック"),
        _ => new Phrase("テキスト"),
    };

    public IReadOnlyList<CheckResult> Errors => [.. Proposal.CheckResults.Where(f => !f.Passed && f.Kind.IsSum())];

    /// <summary>What may be right or wrong, each with its results; empty where nothing was noticed.</summary>
    public IReadOnlyList<ReviewWarning> Warnings => [.. ReviewWarning.Of(Proposal.NewWarnings, Names)];

    /// <summary>What may be right or wrong in figures that are published already, or that an admin has looked at.</summary>
    public CheckResultTable Known => new(new Phrase("公開済みで変わらない値と、確かめた値"), new Phrase("ふだんの値、前の月、ほかの表の値"), Proposal.KnownWarnings, Names);

    /// <summary>The warnings that an admin has looked at, in this review or an earlier one.</summary>
    public WarningAnswers Acknowledged => WarningAnswers.Of(Id, Known, Proposal.Acknowledged, given: true);

    /// <summary>The warnings of a section that an admin can acknowledge.</summary>
    public WarningAnswers AnswersOf(ReviewWarning warning) => WarningAnswers.Of(Id, warning.Table, Proposal.Acknowledged, given: false);

    /// <summary>The headings of the tables that the release before had and this document lacks.</summary>
    public IReadOnlyList<string> Missing => [.. Proposal.CheckResults.Where(f => f is { Kind: CheckKind.Missing, Passed: false }).Select(f => f.Heading!)];

    /// <summary>How many sums were checked.</summary>
    public int Sums => Proposal.CheckResults.Count(f => f.Kind.IsSum());

    /// <summary>How many tables would not be shown, because later ones stand.</summary>
    public int Hidden => Plan!.Tables.Count(t => !t.TakesEffect);

    public IReadOnlyList<NewTerm> NewTerms => [.. Proposal.NewTerms];

    /// <summary>The names that were decided to be known ones.</summary>
    public IReadOnlyList<KnownName> Decided => [.. Proposal.Decisions.Select(d => new KnownName(
        d.Kind == TermKind.Metric ? Names.GetValueOrDefault(d.Known, d.Known) : d.Known, d))];

    /// <summary>True when a name resembles a known one and the admin has to say that it is new.</summary>
    public bool HasQuestions => Proposal.Questions.Any();

    /// <summary>令和18年度（2036年度） 12月分として公開する: what the admin says who confirms year and month.</summary>
    public Phrase DateConfirmation => ConfirmationOf(Reading!.AsOf);

    public ReviewVerdict Verdict => ReviewVerdict.Of(Proposal);

    public NationalTable Nation => field ??= NationalTable.Of(Proposal);

    public ReleaseDifference Difference => ReleaseDifference.Of(Proposal);

    public RevisionSizes Sizes => field ??= RevisionSizes.Of(Proposal);

    public bool IsFiltered => !string.IsNullOrEmpty(Metric) || !string.IsNullOrEmpty(Area);

    /// <summary>What to look at before publishing, and what was seen and not read as figures.</summary>
    public IReadOnlyList<Phrase> Remarks =>
    [
        .. Missing.Select(heading => new Phrase("前の公表にあった表がありません: {0}。資料の一部が欠けていないか確かめてください。前の公表の値がそのまま残ります", heading)),
        .. Proposal.Doubts,
        .. Reading!.Notices.Select(n => new Phrase("{0}: {1}", n.Position.Concerned, n.Message)),
    ];

    public CheckResultTable ErrorTable => new(new Phrase("検算に合わないところ"), new Phrase("計算した値"), Errors, Names);

    public RevisionTable Revisions => new(
        new Phrase("公開中の値 → この資料の値"), new Phrase("この資料の値"), [.. Revision.Of(Plan!)], Metric, Area);

    public Phrase RevisedHeading => Plan!.Revised == 0
        ? new Phrase("公開中の値から変わるところはありません")
        : new Phrase("公開中の値から変わるところ {0}件", Words.Count(Plan.Revised));

    public Phrase MetricNames => Phrase.List("、", Names.Select(n => AdminWords.MetricName(n.Key, n.Value)).Distinct());

    private Dictionary<string, string> Names => (Reading?.Tables ?? []).ToDictionary(t => t.Metric.Key, t => t.Metric.Name);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnGetOriginalAsync(CancellationToken cancellationToken)
    {
        if (await staging.DocumentAsync(Id, cancellationToken) is not { } document) return NotFound();

        await log.WriteAsync(HttpContext.Actor(), LogAction.Download, document.Name, LogOutcome.Done);
        return File(document.Bytes.ToArray(), MediaTypeNames.Application.Octet, document.Name);
    }

    public async Task<IActionResult> OnPostPublishAsync(
        long? baseVersion, string? note, bool acceptNew, bool acceptDate, DateOnly? publishedOn, CancellationToken cancellationToken)
    {
        (Note, PublishedOn) = (note, publishedOn is { } day ? IsoDate.Of(day) : "");
        if (publishedOn is null && Request.Form.ContainsKey("publishedOn"))
        {
            return await ShowAsync(new Phrase("まだ公開していません。公表日を 2026-05-15 のように指定してください。"), cancellationToken);
        }

        var accepted = new Acceptance(acceptNew, acceptDate, publishedOn);
        return await staging.PublishAsync(Id, baseVersion ?? -1, note, HttpContext.Actor(), cancellationToken, accepted) switch
        {
            PublishOutcome.Published published => LocalRedirect(
                string.Create(CultureInfo.InvariantCulture, $"/admin?done=published&release={published.ReleaseId}")),
            PublishOutcome.Gone or PublishOutcome.AlreadyPublished => LocalRedirect("/admin?done=gone"),
            // The page itself says that the document cannot be read, and where.
            PublishOutcome.Refused => await ShowAsync(null, cancellationToken),
            PublishOutcome.NameUndecided => await ShowAsync(
                new Phrase(
                    "まだ公開していません。既知の名前に似た名前があります。同じものなら「新しい名前」のところで既知の名前を選び、新しい名前なら「新しい名前として公開する」を選んでください。"),
                cancellationToken),
            PublishOutcome.DateUnconfirmed asked => await ShowAsync(
                new Phrase("まだ公開していません。年度と月に確かめるところがあります。正しければ「{0}」を選んでください。", ConfirmationOf(asked.AsOf)), cancellationToken),
            PublishOutcome.DateImpossible impossible => await ShowAsync(new Phrase("まだ公開していません。{0}", impossible.Reason), cancellationToken),
            PublishOutcome.NoteMissing => await ShowAsync(
                new Phrase("まだ公開していません。公開中の値が変わるか、確かめる必要のある値があるため、理由をメモに書いてください。"), cancellationToken),
            PublishOutcome.NoteTooLong => await ShowAsync(new Phrase("まだ公開していません。メモは{0}文字以内にしてください。", PublicNote.MaxLength), cancellationToken),
            PublishOutcome.Conflict => await ShowAsync(
                new Phrase("まだ公開していません。確認している間に、ほかの公表か取り下げ、または名前の判断がありました。今の値と比べ直したので、もう一度内容を確かめてから公開してください。"),
                cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostDecideAsync(NameDecision decision, CancellationToken cancellationToken)
    {
        await staging.DecideAsync(Id, Printed(decision), HttpContext.Actor(), cancellationToken);
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{Id}#names"));
    }

    public async Task<IActionResult> OnPostUndecideAsync(NameDecision decision, CancellationToken cancellationToken)
    {
        await staging.UndecideAsync(Id, Printed(decision), HttpContext.Actor(), cancellationToken);
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{Id}#names"));
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync(WarningForm warning, string? reason, CancellationToken cancellationToken) => warning.Key is { } key
        ? await AnsweredAsync(await staging.AcknowledgeAsync(Id, key, reason, HttpContext.Actor(), cancellationToken), cancellationToken)
        : BadRequest();

    public async Task<IActionResult> OnPostRetractAsync(WarningForm warning, CancellationToken cancellationToken) => warning.Key is { } key
        ? await AnsweredAsync(await staging.RetractAsync(Id, key, HttpContext.Actor(), cancellationToken), cancellationToken)
        : BadRequest();

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) =>
        LocalRedirect(await staging.DiscardAsync(Id, HttpContext.Actor(), cancellationToken) ? "/admin?done=discarded" : "/admin?done=gone");

    private async Task<IActionResult> AnsweredAsync(AcknowledgeOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        AcknowledgeOutcome.Acknowledged => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{Id}#known")),
        // Whatever was gone is not shown any more.
        AcknowledgeOutcome.Retracted or AcknowledgeOutcome.Gone => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{Id}#verdict")),
        AcknowledgeOutcome.ReasonMissing => await ShowAsync(new Phrase("確かめた理由を選ぶか、書いてください。"), cancellationToken),
        AcknowledgeOutcome.ReasonTooLong => await ShowAsync(
            new Phrase("確かめた理由は{0}文字以内にしてください。", Acknowledgement.MaxReasonLength), cancellationToken),
        _ => throw new UnreachableException(),
    };

    private static Phrase ConfirmationOf(YearMonth asOf) => new Phrase("{0} {1}分として公開する", asOf.FiscalYear.DisplayName(), asOf);

    // A form sends an empty field as null.
    private static NameDecision Printed(NameDecision sent) => new(sent.Kind, sent.MetricKey ?? "", sent.Name ?? "", sent.Known ?? "");

    private async Task<IActionResult> ShowAsync(Phrase? error, CancellationToken cancellationToken)
    {
        if (await staging.ReviewAsync(Id, cancellationToken) is not { } review) return LocalRedirect("/admin?done=gone");

        (_review, ValidationErrors) = (review, error is null ? [] : [error]);
        if (PublishedOn.Length == 0) PublishedOn = review.Upload.PublishedOn is { } day ? IsoDate.Of(day) : Today;
        return Page();
    }
}
