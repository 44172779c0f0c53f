using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store.Entities;
using Yorozu.Web.Admin;

namespace Yorozu.Web.Pages.Admin;

/// <summary>Who may publish.</summary>
public sealed class UsersModel(AccountAdministration administration, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<string> Complaints { get; private set; } = [];

    public string? NewName { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public string? Notice => Done switch
    {
        "added" => "管理者を追加しました。",
        "removed" => "管理者を削除しました。その人の画面はもう使えません。",
        "password" => "パスワードを付け替えました。新しいパスワードを本人に直接伝えてください。",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => Accounts = await administration.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        NewName = name;
        return await AnswerAsync(await administration.AddAsync(name ?? "", password ?? "", HttpContext.Actor()), "added", cancellationToken);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        // One's own takes the old one: an unattended screen must not be enough to take the account over.
        var complaints = IsOwn(name)
            ? ["自分のパスワードは、名前の横の「自分のパスワードを変える」から変えてください。"]
            : await administration.SetPasswordAsync(name ?? "", password ?? "", HttpContext.Actor());
        return await AnswerAsync(complaints, "password", cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? name, CancellationToken cancellationToken)
    {
        var complaints = IsOwn(name)
            ? ["自分自身は削除できません。ほかの管理者に頼んでください。"]
            : await administration.RemoveAsync(name ?? "", HttpContext.Actor(), cancellationToken);
        return await AnswerAsync(complaints, "removed", cancellationToken);
    }

    private bool IsOwn(string? name) => string.Equals(name?.Trim(), User.Identity!.Name, StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<string> complaints, string done, CancellationToken cancellationToken)
    {
        if (complaints.Count == 0) return LocalRedirect($"/admin/users?done={done}");

        Complaints = complaints;
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
