using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>Identity's manager. A password check costs the same whether or not the account exists.</summary>
public sealed class AccountManager(
    YorozuDbContext db,
    TimeProvider clock,
    IOptions<PasswordHasherOptions> cost,
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> logger)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    private static readonly Account Nobody = new() { Name = "" };

    /// <summary>
    /// True when the password is right. Then also renews a hash of a lower cost; the password is the same, so sessions and
    /// devices stay signed in.
    /// </summary>
    public override async Task<bool> CheckPasswordAsync(Account? user, string password)
    {
        var result = user is null ? PasswordVerificationResult.Failed : PasswordHasher.VerifyHashedPassword(user, user.PasswordHash, password);
        switch (result)
        {
            case PasswordVerificationResult.Failed:
                var missing = cost.Value.IterationCount - (user is null ? 0 : PasswordCost.Of(user.PasswordHash));
                if (missing > 0) PasswordHasher.VerifyHashedPassword(Nobody, PasswordCost.Decoy(missing), password);
                return false;
            case PasswordVerificationResult.SuccessRehashNeeded:
                user!.PasswordHash = PasswordHasher.HashPassword(user, password);
                await WriteAsync(user, nameof(Account.PasswordHash));
                return true;
            default:
                return true;
        }
    }

    /// <summary>Changes the password and ends the account's sessions, because the security stamp changes.</summary>
    public async Task<IdentityResult> ReplacePasswordAsync(Account user, string password)
    {
        var result = await UpdatePasswordHash(user, password, validatePassword: true);
        return result.Succeeded ? await UpdateUserAsync(user) : result;
    }

    /// <summary>Removes passkeys and ends the account's sessions: whoever has the device may be signed in.</summary>
    public async Task<IdentityResult> RemovePasskeysAsync(Account user, IEnumerable<byte[]> credentialIds)
    {
        var store = (IUserPasskeyStore<Account>)Store;
        foreach (var id in credentialIds) await store.RemovePasskeyAsync(user, id, CancellationToken);
        return await UpdateSecurityStampAsync(user);
    }

    public Task SignedInAsync(Account user)
    {
        user.LastSignInAt = clock.GetUtcNow();
        return WriteAsync(user, nameof(Account.LastSignInAt));
    }

    public Task<IdentityResult> SetDisplayNameAsync(Account user, string? displayName)
    {
        user.DisplayName = displayName;
        return UpdateUserAsync(user);
    }

    // Only this column: keep a password or stamp that another request changes at the same time.
    private async Task WriteAsync(Account user, string property)
    {
        db.Accounts.Attach(user).Property(property).IsModified = true;
        try
        {
            await db.SaveChangesAsync(CancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A concurrent password change or removal takes precedence.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
