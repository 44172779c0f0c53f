using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Pages.Admin.Accounts;

/// <summary>The admin's own passkeys.</summary>
public sealed class PasskeysModel(
    AccountManager accounts, PasskeyAdministration passkeys, PasskeyCeremony ceremony, Reauthentication reauthentication, SignInService sessions)
    : PageModel
{
    private Account _account = null!;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    /// <summary>What the browser asks the device when it makes a passkey.</summary>
    public string CreationOptions { get; private set; } = "";

    /// <summary>The typed name of a new passkey.</summary>
    public string? NewName { get; private set; }

    public Phrase? Notice => Done switch
    {
        "added" => new Phrase("パスキーを追加しました。次からはパスキーでサインインできます。"),
        "removed" => new Phrase("パスキーを削除しました。ほかの端末はすべてサインアウトしました。"),
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _account = (await accounts.GetUserAsync(User))!;
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAddAsync(string? current, string? passkeyName, string? credential, CancellationToken cancellationToken)
    {
        NewName = passkeyName;
        return await ChangeAsync(
            LogAction.AddPasskey,
            current,
            async () => await passkeys.AddAsync(
                _account, await ceremony.CreatedAsync(HttpContext, _account, credential), passkeyName ?? "", HttpContext.Actor()),
            cancellationToken) ? LocalRedirect("/admin/passkeys?done=added") : Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? current, int passkey, CancellationToken cancellationToken)
    {
        if (!await ChangeAsync(
            LogAction.RemovePasskey, current, () => passkeys.RemoveAsync(_account, passkey, HttpContext.Actor()), cancellationToken)) return Page();

        if (await accounts.FindByNameAsync(_account.Name) is { } account) await sessions.BeginSessionAsync(HttpContext, account);
        return LocalRedirect("/admin/passkeys?done=removed");
    }

    private async Task<bool> ChangeAsync(
        LogAction action, string? current, Func<Task<IReadOnlyList<Phrase>>> change, CancellationToken cancellationToken)
    {
        _account = (await accounts.GetUserAsync(User))!;
        ValidationErrors = await reauthentication.ChangeAsync(HttpContext, current, action, _account.Name, change);
        if (ValidationErrors.Count == 0) return true;

        await LoadAsync(cancellationToken);
        return false;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Passkeys = await passkeys.ListAsync(_account.Id, cancellationToken);
        CreationOptions = await ceremony.CreationOptionsAsync(_account);
    }
}
