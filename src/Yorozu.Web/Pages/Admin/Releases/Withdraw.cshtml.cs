using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Publishing;
using Yorozu.Web.Admin;
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

    public IReadOnlyList<string> ValidationErrors { get; private set; } = [];

    /// <summary>Sorts changed figures before vanishing ones, among which they would be lost.</summary>
    public RevisionTable Changes => new("今の値 → 取り下げた後の値", "取り下げた後", [.. Revision.Of(Plan).OrderBy(r => r.Cell.After.Count is null)], Metric, Area);

    public string TablesHeading => Plan.Tables.Count == 0 ? "表示は変わりません（より新しい公表があります）" : $"{Words.Count(Plan.Tables.Count)}表の値が変わります";

    public string ChangesHeading => $"変わる値 {Words.Count(Changes.All.Count)}件{(Vanishing > 0 ? $"（うち{Words.Count(Vanishing)}件は未公表になる）" : "")}";

    private int Vanishing => Changes.All.Count(r => r.Cell.After.Count is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long? baseVersion, string? note, CancellationToken cancellationToken)
    {
        Note = note;
        return await withdrawer.WithdrawReviewedAsync(Id, baseVersion ?? -1, note, HttpContext.Actor(), cancellationToken) switch
        {
            WithdrawalOutcome.Withdrawn => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin?done=withdrawn&release={Id}")),
            WithdrawalOutcome.Gone => LocalRedirect("/admin?done=gone"),
            WithdrawalOutcome.NoteMissing => await ShowAsync("まだ取り下げていません。理由を書いてください。", cancellationToken),
            WithdrawalOutcome.NoteTooLong => await ShowAsync($"まだ取り下げていません。理由は{PublicNote.MaxLength}文字以内にしてください。", cancellationToken),
            WithdrawalOutcome.Conflict => await ShowAsync(
                "まだ取り下げていません。確認している間に、ほかの公表か取り下げがありました。変わる値を調べ直したので、もう一度確かめてください。", cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await withdrawer.PrepareAsync(Id, cancellationToken) is not { } plan) return false;
        Plan = plan;
        return true;
    }

    private async Task<IActionResult> ShowAsync(string error, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(cancellationToken)) return LocalRedirect("/admin?done=gone");

        ValidationErrors = [error];
        return Page();
    }
}
