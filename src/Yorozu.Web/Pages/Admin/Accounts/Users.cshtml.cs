using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Pages.Admin.Accounts;

/// <summary>Who may publish.</summary>
public sealed class UsersModel(AccountAdministration administration, PasskeyAdministration passkeys, Reauthentication reauthentication) : PageModel
{
    private Dictionary<int, int> _passkeys = [];

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    public string? NewName { get; private set; }

    public Phrase? Notice => Done switch
    {
        "added" => new Phrase("管理者を追加しました。"),
        "removed" => new Phrase("管理者を削除しました。その人の画面はもう使えません。"),
        "password" => new Phrase("パスワードを付け替えました。新しいパスワードを本人に直接伝えてください。"),
        _ => null,
    };

    public int PasskeysOf(Account account) => _passkeys.GetValueOrDefault(account.Id);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Accounts = await administration.ListAsync(cancellationToken);
        _passkeys = await passkeys.CountsAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostAddAsync(string? name, string? password, string? current, CancellationToken cancellationToken)
    {
        NewName = name;
        return ChangeAsync(
            LogAction.AddAccount, name, current, "added", () => administration.AddAsync(name ?? "", password ?? "", HttpContext.Actor()), cancellationToken);
    }

    public Task<IActionResult> OnPostPasswordAsync(string? name, string? password, string? current, CancellationToken cancellationToken) => ChangeAsync(
        LogAction.ChangePassword,
        name,
        current,
        "password",
        async () => IsOwn(name)
            ? [new Phrase("自分のパスワードは、名前の横の「自分のパスワードを変える」から変えてください。")]
            : await administration.SetPasswordAsync(name ?? "", password ?? "", HttpContext.Actor()),
        cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string? name, string? current, CancellationToken cancellationToken) => ChangeAsync(
        LogAction.RemoveAccount,
        name,
        current,
        "removed",
        async () => IsOwn(name)
            ? [new Phrase("自分自身は削除できません。ほかの管理者に頼んでください。")]
            : await administration.RemoveAsync(name ?? "", HttpContext.Actor(), cancellationToken),
        cancellationToken);

    private bool IsOwn(string? name) => string.Equals(name?.Trim(), User.Identity!.Name, StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> ChangeAsync(
        LogAction action, string? name, string? current, string done, Func<Task<IReadOnlyList<Phrase>>> change, CancellationToken cancellationToken)
    {
        ValidationErrors = await reauthentication.ChangeAsync(HttpContext, current, action, name, change);
        if (ValidationErrors.Count == 0) return LocalRedirect($"/admin/users?done={done}");

        await OnGetAsync(cancellationToken);
        return Page();
    }
}
