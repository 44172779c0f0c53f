using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>Adds and removes accounts and gives them passwords. Every attempt is logged, and answered with complaints in Japanese; none when it was done.</summary>
public sealed class AccountAdministration(YorozuDbContext db, AccountManager accounts, TimeProvider clock, ActionLog log)
{
    private static readonly string[] Unknown = ["その名前の管理者はいません。一覧で名前をご確認ください。"];
    private static readonly string[] Last = ["最後の管理者は削除できません。先に別の管理者を追加してください。"];
    private static readonly string[] Locked = ["何度も間違えたため、15分間は変えられません。あとでもう一度お試しください。"];

    public Task<List<Account>> ListAsync(CancellationToken cancellationToken) => db.Accounts.OrderBy(a => a.NormalizedName).ToListAsync(cancellationToken);

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => db.Accounts.AnyAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> AddAsync(string name, string password, Actor actor)
    {
        var account = new Account { Name = name.Trim(), CreatedAt = clock.GetUtcNow() };
        return await LoggedAsync(Complaints(await accounts.CreateAsync(account, password)), actor, "account-add", account.Name);
    }

    public async Task<IReadOnlyList<string>> RemoveAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        // Counted and removed in one transaction: two admins who remove each other at once must not leave nobody.
        await using var transaction = await StoreTransaction.BeginAsync(db, cancellationToken);
        var account = await accounts.FindByNameAsync(name);
        var complaints = account is null ? Unknown
            : await db.Accounts.CountAsync(cancellationToken) == 1 ? Last
            : Complaints(await accounts.DeleteAsync(account));
        await LoggedAsync(complaints, actor, "account-remove", account?.Name ?? name);
        await transaction.CommitAsync(cancellationToken);
        return complaints;
    }

    /// <summary>Sets a password without asking for the old one, ends all sessions of the account and lifts a lockout.</summary>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(string name, string password, Actor actor)
    {
        var account = await accounts.FindByNameAsync(name);
        var complaints = account is null ? Unknown : Complaints(await accounts.ReplacePasswordAsync(account, password));
        return await LoggedAsync(complaints, actor, "account-password", account?.Name ?? name);
    }

    /// <summary>Changes one's own password, which one must know, and ends all sessions of the account. Guessing at it locks the account, as guessing at the sign-in does.</summary>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(Account account, string current, string next, Actor actor)
    {
        if (accounts.IsLocked(account)) return await LoggedAsync(Locked, actor, "account-password", account.Name);

        var result = await accounts.ChangePasswordAsync(account, current, next);
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))) await accounts.AccessFailedAsync(account);
        return await LoggedAsync(Complaints(result), actor, "account-password", account.Name);
    }

    public async Task<IReadOnlyList<string>> SignOutEverywhereAsync(Account account, Actor actor) =>
        await LoggedAsync(Complaints(await accounts.UpdateSecurityStampAsync(account)), actor, "sign-out-everywhere", account.Name);

    private async Task<IReadOnlyList<string>> LoggedAsync(string[] complaints, Actor actor, string action, string subject)
    {
        await log.WriteAsync(actor, action, subject, complaints.Length == 0 ? "done" : "refused", string.Join(' ', complaints));
        return complaints;
    }

    private static string[] Complaints(IdentityResult result) => [.. result.Errors.Select(e => e.Description)];
}
