using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;

namespace Yorozu.Data.Accounts;

/// <summary>Lists, adds and removes the passkeys of accounts. Logs every attempt and returns errors, none on success.</summary>
public sealed class PasskeyAdministration(YorozuDbContext db, AccountManager accounts, ActionLog log)
{
    public const int MaxNameLength = 50;

    /// <summary>More devices than one person has.</summary>
    public const int MaxPasskeys = 10;

    public Task<Account?> FindAsync(string name) => accounts.FindByNameAsync(name);

    /// <summary>The passkeys of an account, oldest first.</summary>
    public Task<List<Passkey>> ListAsync(int accountId, CancellationToken cancellationToken) =>
        db.Passkeys.Where(p => p.AccountId == accountId).OrderBy(p => p.Id).ToListAsync(cancellationToken);

    /// <summary>The number of passkeys by account.</summary>
    public Task<Dictionary<int, int>> CountsAsync(CancellationToken cancellationToken) =>
        db.Passkeys.GroupBy(p => p.AccountId).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken);

    /// <param name="passkey">As the device made it; null when that could not be verified.</param>
    public async Task<IReadOnlyList<Phrase>> AddAsync(Account account, UserPasskeyInfo? passkey, string name, Actor actor)
    {
        var chosen = name.Trim();
        Phrase[] errors = chosen.Length is 0 or > MaxNameLength || chosen != ActionLog.OneLine(chosen)
            ? [new Phrase("パスキーの名前は1行で1文字以上{0}文字以内にしてください。", MaxNameLength)]
            : passkey is null ? [new Phrase("パスキーを確かめられませんでした。もう一度「パスキーを追加する」を押してください。")]
            : await db.Passkeys.CountAsync(p => p.AccountId == account.Id) >= MaxPasskeys
                ? [new Phrase("パスキーは{0}個までです。使わないものを先に削除してください。", MaxPasskeys)]
            : [];
        if (errors.Length == 0)
        {
            passkey!.Name = chosen;
            errors = AccountError.Phrases(await accounts.AddOrUpdatePasskeyAsync(account, passkey));
        }

        return await LoggedAsync(errors, actor, LogAction.AddPasskey, account.Name, chosen);
    }

    /// <summary>Removes one passkey and ends all sessions of the account.</summary>
    public async Task<IReadOnlyList<Phrase>> RemoveAsync(Account account, int id, Actor actor)
    {
        var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.AccountId == account.Id && p.Id == id);
        var errors = passkey is null
            ? [new Phrase("そのパスキーはもうありません。")]
            : AccountError.Phrases(await accounts.RemovePasskeysAsync(account, [passkey.CredentialId]));
        return await LoggedAsync(errors, actor, LogAction.RemovePasskey, account.Name, passkey?.Name ?? "");
    }

    /// <summary>Removes all passkeys of an account and ends its sessions.</summary>
    public async Task<IReadOnlyList<Phrase>> RemoveAllAsync(Account account, Actor actor)
    {
        var passkeys = await ListAsync(account.Id, CancellationToken.None);
        var errors = AccountError.Phrases(await accounts.RemovePasskeysAsync(account, passkeys.Select(p => p.CredentialId)));
        return await LoggedAsync(errors, actor, LogAction.RemovePasskey, account.Name, string.Join('、', passkeys.Select(p => p.Name)));
    }

    private async Task<IReadOnlyList<Phrase>> LoggedAsync(Phrase[] errors, Actor actor, LogAction action, string subject, string name)
    {
        var outcome = errors.Length == 0 ? LogOutcome.Done : LogOutcome.Refused;
        await log.WriteAsync(actor, action, subject, outcome, errors.Length == 0 ? name : string.Join(' ', errors.AsEnumerable()));
        return errors;
    }
}
