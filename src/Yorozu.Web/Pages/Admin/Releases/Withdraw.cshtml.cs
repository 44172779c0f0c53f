using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Log;
using Yorozu.Data.Withdrawing;
using Yorozu.Web.Admin;

namespace Yorozu.Web.Pages.Admin.Releases;

/// <summary>Shows what would change back before a release is withdrawn.</summary>
public sealed class WithdrawModel(Withdrawer withdrawer, ActionLog log) : PageModel
{
    public const int LongestNote = 1000;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    public string? Note { get; private set; }

    public WithdrawalPlan Plan { get; private set; } = null!;

    public IReadOnlyList<string> Complaints { get; private set; } = [];

    /// <summary>Figures that get another value first: they would be lost among those of a month that vanishes.</summary>
    public RevisionTable Changes => new("今の値 → 取り下げた後の値", "取り下げた後", [.. Revision.Of(Plan).OrderBy(r => r.Cell.After.Count is null)], Metric, Area);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long? baseVersion, string? note, CancellationToken cancellationToken)
    {
        Note = note?.ReplaceLineEndings("\n");
        if (!await PrepareAsync(cancellationToken)) return await GoneAsync();

        if (string.IsNullOrWhiteSpace(Note)) return await RefuseAsync(LogOutcome.NoteMissing, "まだ取り下げていません。理由を書いてください。");
        if (Note.Length > LongestNote) return await RefuseAsync(LogOutcome.Refused, $"まだ取り下げていません。理由は{LongestNote}文字以内にしてください。");
        if (Plan.BaseVersion != baseVersion) return await MovedAsync(cancellationToken);

        var outcome = await withdrawer.WithdrawAsync(Plan, HttpContext.Actor(), Note.Trim(), cancellationToken);
        return outcome is WithdrawalOutcome.Withdrawn
            ? LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin?done=withdrawn&release={Id}"))
            : await MovedAsync(cancellationToken);
    }

    private async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await withdrawer.PrepareAsync(Id, cancellationToken) is not { } plan) return false;
        Plan = plan;
        return true;
    }

    private async Task<IActionResult> MovedAsync(CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(cancellationToken)) return await GoneAsync();
        return await RefuseAsync(LogOutcome.Conflict, "まだ取り下げていません。確認している間に、ほかの公表か取り下げがありました。変わる値を調べ直したので、もう一度確かめてください。");
    }

    private async Task<IActionResult> GoneAsync()
    {
        await LogAsync(LogOutcome.Gone);
        return LocalRedirect("/admin?done=gone");
    }

    private async Task<IActionResult> RefuseAsync(LogOutcome outcome, string complaint)
    {
        await LogAsync(outcome);
        Complaints = [complaint];
        return Page();
    }

    private Task LogAsync(LogOutcome outcome) =>
        log.WriteAsync(HttpContext.Actor(), LogAction.Withdraw, string.Create(CultureInfo.InvariantCulture, $"release {Id}"), outcome);
}
