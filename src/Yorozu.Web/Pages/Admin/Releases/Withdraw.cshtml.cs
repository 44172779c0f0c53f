using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Review;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Admin.Releases;

/// <summary>Shows what would change back before a release is withdrawn.</summary>
public sealed class WithdrawModel(Withdrawer withdrawer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public string? Note { get; private set; }

    public WithdrawalPlan Plan { get; private set; } = null!;

    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    /// <summary>Sorts changed figures before vanishing ones, among which they would be lost.</summary>
    public RevisionTable Changes => new(
        new Phrase("今の値 → 取り下げた後の値"),
        new Phrase("取り下げた後"),
        [.. Revision.Of(Plan).OrderBy(r => r.Cell.After.Count is null)],
        Metric,
        Area);

    public Phrase TablesHeading => Plan.Tables.Count == 0
        ? new Phrase("表示は変わりません（より新しい公表があります）")
        : new Phrase("{0}表の値が変わります", Words.Count(Plan.Tables.Count));

    public Phrase ChangesHeading => Vanishing > 0
        ? new Phrase("変わる値 {0}件（うち{1}件は未公表になる）", Words.Count(Changes.All.Count), Words.Count(Vanishing))
        : new Phrase("変わる値 {0}件", Words.Count(Changes.All.Count));

    private int Vanishing => Changes.All.Count(r => r.Cell.After.Count is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long? baseVersion, string? note, CancellationToken cancellationToken)
    {
        Note = note;
        return await withdrawer.WithdrawReviewedAsync(Id, baseVersion ?? -1, note, HttpContext.Actor(), cancellationToken) switch
        {
            WithdrawalOutcome.Withdrawn => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin?done=withdrawn&release={Id}")),
            WithdrawalOutcome.Gone => LocalRedirect("/admin?done=gone"),
            WithdrawalOutcome.NoteMissing => await ShowAsync(new Phrase("まだ取り下げていません。理由を書いてください。"), cancellationToken),
            WithdrawalOutcome.NoteTooLong => await ShowAsync(
                new Phrase("まだ取り下げていません。理由は{0}文字以内にしてください。", PublicNote.MaxLength), cancellationToken),
            WithdrawalOutcome.Conflict => await ShowAsync(
                new Phrase("まだ取り下げていません。確認している間に、ほかの公表か取り下げがありました。変わる値を調べ直したので、もう一度確かめてください。"), cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await withdrawer.PrepareAsync(Id, cancellationToken) is not { } plan) return false;
        Plan = plan;
        return true;
    }

    private async Task<IActionResult> ShowAsync(Phrase error, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(cancellationToken)) return LocalRedirect("/admin?done=gone");

        ValidationErrors = [error];
        return Page();
    }
}
