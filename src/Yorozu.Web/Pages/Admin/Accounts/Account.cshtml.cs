using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Statistics;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Pages.Admin.Accounts;

/// <summary>The admin's own display name, password and sessions.</summary>
public sealed class AccountModel(
    AccountManager accounts, AccountAdministration administration, Reauthentication reauthentication, SignInService sessions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    public string? DisplayName { get; private set; }

    public Phrase? Notice => Done switch
    {
        "password" => new Phrase("パスワードを変えました。ほかの端末はすべてサインアウトしました。"),
        "name" => new Phrase("表示名を変えました。これから公開する公表に表示されます。"),
        _ => null,
    };

    public async Task OnGetAsync() => DisplayName = (await accounts.GetUserAsync(User))?.DisplayName;

    public async Task<IActionResult> OnPostDisplayNameAsync(string? current, string? displayName)
    {
        DisplayName = displayName;
        return await ChangeAsync(LogAction.ChangeDisplayName, current, name => administration.SetDisplayNameAsync(name, displayName ?? "", HttpContext.Actor()))
            ? LocalRedirect("/admin/account?done=name")
            : Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? next, string? again)
    {
        await OnGetAsync();
        var isDone = await ChangeAsync(LogAction.ChangePassword, current, async name => next == again
            ? await administration.SetPasswordAsync(name, next ?? "", HttpContext.Actor())
            : [new Phrase("新しいパスワードの2回の入力が違います。もう一度入力してください。")]);
        if (!isDone) return Page();

        if (await accounts.FindByNameAsync(User.Identity!.Name!) is { } account) await sessions.BeginSessionAsync(HttpContext, account);
        return LocalRedirect("/admin/account?done=password");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        if (await accounts.GetUserAsync(User) is { } account) await administration.SignOutEverywhereAsync(account, HttpContext.Actor());
        return LocalRedirect(AdminSession.SignInPath);
    }

    private async Task<bool> ChangeAsync(LogAction action, string? current, Func<string, Task<IReadOnlyList<Phrase>>> change)
    {
        var name = User.Identity!.Name!;
        ValidationErrors = await reauthentication.ChangeAsync(HttpContext, current, action, name, () => change(name));
        return ValidationErrors.Count == 0;
    }
}
