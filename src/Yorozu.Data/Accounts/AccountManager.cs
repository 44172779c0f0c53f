using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>
/// Identity's manager with a lockout that goes by the house's clock and counts in one statement, so that guesses made at
/// the same time are all counted.
/// </summary>
public sealed class AccountManager(
    YorozuDbContext db,
    TimeProvider clock,
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
    public override bool SupportsUserLockout => true;

    public bool IsLocked(Account user) => user.LockedUntil > clock.GetUtcNow();

    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(IsLocked(user));

    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        await db.Database.ExecuteSqlInterpolatedAsync($"UPDATE accounts SET failed_sign_ins = failed_sign_ins + 1 WHERE id = {user.Id}", CancellationToken);
        user.FailedSignIns = await db.Accounts.Where(a => a.Id == user.Id).Select(a => a.FailedSignIns).SingleAsync(CancellationToken);
        if (user.FailedSignIns >= Options.Lockout.MaxFailedAccessAttempts) await WriteAsync(user, 0, clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan, user.LastSignInAt);
        return IdentityResult.Success;
    }

    public override Task<int> GetAccessFailedCountAsync(Account user) => Task.FromResult(user.FailedSignIns);

    /// <summary>Forgets failed attempts: after a sign-in, or when somebody gives the account a new password.</summary>
    public override async Task<IdentityResult> ResetAccessFailedCountAsync(Account user)
    {
        await WriteAsync(user, 0, null, user.LastSignInAt);
        return IdentityResult.Success;
    }

    /// <summary>Gives the account another password, ends its sessions (the stamp changes with the password) and lifts a lockout.</summary>
    public async Task<IdentityResult> ReplacePasswordAsync(Account user, string password)
    {
        var result = await UpdatePasswordHash(user, password, validatePassword: true);
        if (result.Succeeded) result = await UpdateUserAsync(user);
        return result.Succeeded ? await ResetAccessFailedCountAsync(user) : result;
    }

    /// <summary>Remembers a sign-in, and with it forgets the failed attempts before.</summary>
    public Task SignedInAsync(Account user) => WriteAsync(user, 0, null, clock.GetUtcNow());

    // Only these columns: a password or stamp that somebody else changes at the same moment stays changed.
    private async Task WriteAsync(Account user, int failed, DateTimeOffset? lockedUntil, DateTimeOffset? lastSignIn)
    {
        (user.FailedSignIns, user.LockedUntil, user.LastSignInAt) = (failed, lockedUntil, lastSignIn);
        var entry = db.Accounts.Attach(user);
        foreach (var name in new[] { nameof(Account.FailedSignIns), nameof(Account.LockedUntil), nameof(Account.LastSignInAt) }) entry.Property(name).IsModified = true;
        try
        {
            await db.SaveChangesAsync(CancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The account got another password or was removed a moment ago: that counts, this does not.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
