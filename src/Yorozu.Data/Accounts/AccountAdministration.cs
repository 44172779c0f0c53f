using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;

namespace Yorozu.Data.Accounts;

/// <summary>Adds, changes and removes accounts. Logs every attempt and returns errors, none on success.</summary>
public sealed class AccountAdministration(YorozuDbContext db, AccountManager accounts, TimeProvider clock, ActionLog log)
{
    private static readonly Phrase[] Unknown = [new Phrase("その名前の管理者はいません。一覧で名前をご確認ください。")];
    private static readonly Phrase[] Last = [new Phrase("最後の管理者は削除できません。先に別の管理者を追加してください。")];

    public Task<List<Account>> ListAsync(CancellationToken cancellationToken) => db.Accounts.OrderBy(a => a.NormalizedName).ToListAsync(cancellationToken);

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => db.Accounts.AnyAsync(cancellationToken);

    public async Task<IReadOnlyList<Phrase>> AddAsync(string name, string password, Actor actor)
    {
        var account = new Account { Name = name.Trim(), CreatedAt = clock.GetUtcNow() };
        var errors = await DisplayNameRules.IsTakenAsync(db, accounts, account.Name)
            ? [new Phrase("表示名として公開されている名前です。サインインには別の名前にしてください。")]
            : AccountError.Phrases(await accounts.CreateAsync(account, password));
        return await LoggedAsync(errors, actor, LogAction.AddAccount, account.Name);
    }

    public async Task<IReadOnlyList<Phrase>> RemoveAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        // One transaction for count and removal: two admins who remove each other at once must not leave no account.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await accounts.FindByNameAsync(name);
        var errors = account is null ? Unknown
            : await db.Accounts.CountAsync(cancellationToken) == 1 ? Last
            : AccountError.Phrases(await accounts.DeleteAsync(account));
        await LoggedAsync(errors, actor, LogAction.RemoveAccount, account?.Name ?? name);
        await transaction.CommitAsync(cancellationToken);
        return errors;
    }

    /// <summary>Sets a password without asking for the old one, and ends all sessions of the account.</summary>
    public async Task<IReadOnlyList<Phrase>> SetPasswordAsync(string name, string password, Actor actor)
    {
        var account = await accounts.FindByNameAsync(name);
        var errors = account is null ? Unknown : AccountError.Phrases(await accounts.ReplacePasswordAsync(account, password));
        return await LoggedAsync(errors, actor, LogAction.ChangePassword, account?.Name ?? name);
    }

    /// <summary>Sets the display name for future publications of the account; empty for 「管理者」.</summary>
    public async Task<IReadOnlyList<Phrase>> SetDisplayNameAsync(string name, string displayName, Actor actor)
    {
        var account = await accounts.FindByNameAsync(name);
        var chosen = displayName.Trim();
        var errors = account is null ? Unknown
            : await DisplayNameRules.ValidationErrorAsync(db, accounts.NormalizeName(chosen) ?? "", chosen) is { } error ? [error]
            : AccountError.Phrases(await accounts.SetDisplayNameAsync(account, chosen.Length == 0 ? null : chosen));
        return await LoggedAsync(errors, actor, LogAction.ChangeDisplayName, account?.Name ?? name);
    }

    public async Task<IReadOnlyList<Phrase>> SignOutEverywhereAsync(Account account, Actor actor) =>
        await LoggedAsync(AccountError.Phrases(await accounts.UpdateSecurityStampAsync(account)), actor, LogAction.SignOutEverywhere, account.Name);

    private async Task<IReadOnlyList<Phrase>> LoggedAsync(Phrase[] errors, Actor actor, LogAction action, string subject)
    {
        await log.WriteAsync(actor, action, subject, errors.Length == 0 ? LogOutcome.Done : LogOutcome.Refused, string.Join(' ', errors.AsEnumerable()));
        return errors;
    }
}
