using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Admin;

/// <summary>How an attempt to sign in ended, as much of it as the person may know.</summary>
public enum SignInAnswer
{
    SignedIn,

    /// <summary>No such account, wrong password, or locked: which of them is not said, and all take the same time.</summary>
    Refused,

    /// <summary>Too many attempts from this address or for this name, existing or not.</summary>
    TooMany,
}

/// <summary>Signs admins in and out.</summary>
public sealed class SignInService(
    AccountManager accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, AdminSession session, SignInThrottle throttle, ActionLog log, StrangerLog strangers, TimeProvider clock)
{
    private static readonly Account Nobody = new() { Name = "" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    public async Task<SignInAnswer> SignInAsync(HttpContext http, string name, string password)
    {
        var allowed = throttle.Allows(http.Address(), accounts.NormalizeName(name) ?? "");
        var account = await accounts.FindByNameAsync(name);
        var actor = http.Actor() with { Name = account?.Name ?? StrangerLog.UnknownName };
        var outcome = allowed ? await CheckAsync(account, password) : "throttled";
        if (outcome == "done")
        {
            await BeginSessionAsync(http, account!);
            await log.WriteAsync(actor, "sign-in", "", outcome);
        }
        else
        {
            await strangers.WriteAsync(log, actor, "sign-in", "", outcome);
        }

        return outcome switch
        {
            "done" => SignInAnswer.SignedIn,
            "throttled" => SignInAnswer.TooMany,
            _ => SignInAnswer.Refused,
        };
    }

    public async Task SignOutAsync(HttpContext http)
    {
        var actor = http.Actor();
        await session.EndAsync(http);
        await log.WriteAsync(actor, "sign-out", "", "done");
    }

    /// <summary>Gives this browser a new session: after a password change, which ended all of them.</summary>
    public async Task BeginSessionAsync(HttpContext http, Account account)
    {
        await accounts.SignedInAsync(account);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, await signIn.CreateUserPrincipalAsync(account), AdminSession.Begin(clock.GetUtcNow()));
    }

    private async Task<string> CheckAsync(Account? account, string password)
    {
        if (account is null || accounts.IsLocked(account))
        {
            // As much work as a real check, so that the time tells nothing.
            hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return account is null ? "failed" : "locked";
        }

        return (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded ? "done" : "failed";
    }
}
