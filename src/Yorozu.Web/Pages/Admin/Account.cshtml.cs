using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Web.Admin;

namespace Yorozu.Web.Pages.Admin;

/// <summary>One's own password and sessions.</summary>
public sealed class AccountModel(AccountManager accounts, AccountAdministration administration, SignInService sessions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<string> Complaints { get; private set; } = [];

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? next, string? again)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return LocalRedirect(AdminSession.SignInPath);

        Complaints = next != again
            ? ["新しいパスワードの2回の入力が違います。もう一度入力してください。"]
            : await administration.ChangePasswordAsync(account, current ?? "", next ?? "", HttpContext.Actor());
        if (Complaints.Count > 0) return Page();

        await sessions.BeginSessionAsync(HttpContext, account);
        return LocalRedirect("/admin/account?done=password");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        if (await accounts.GetUserAsync(User) is { } account) await administration.SignOutEverywhereAsync(account, HttpContext.Actor());
        return LocalRedirect(AdminSession.SignInPath);
    }
}
