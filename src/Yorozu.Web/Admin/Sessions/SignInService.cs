using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Store.Entities;
using Yorozu.Web.Admin.Actions;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>The outcome of a sign-in attempt, as far as the visitor may know.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer()
    {
    }

    public sealed record SignedIn : SignInAnswer;

    /// <summary>
    /// Unknown account, wrong password or wrong passkey: indistinguishable. A password takes the same time whether or not the account
    /// exists; the id of a passkey cannot be guessed.
    /// </summary>
    public sealed record Refused : SignInAnswer;

    /// <summary>Too many attempts from this network or for this name, whether or not it exists.</summary>
    public sealed record TooMany(TimeSpan Wait) : SignInAnswer;
}

/// <summary>Signs admins in and out.</summary>
public sealed class SignInService(
    AccountManager accounts,
    SignInManager<Account> signIn,
    AdminSession session,
    KnownDevice devices,
    PasskeyCeremony passkeys,
    SignInThrottle throttle,
    ActionLog log,
    UnauthenticatedAttempts attempts,
    TimeProvider clock)
{
    // The longest duration of a full queue of checks.
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(10);

    public async Task<SignInAnswer> SignInAsync(HttpContext http, string name, string password)
    {
        var account = await accounts.FindByNameAsync(name);
        var normalized = accounts.NormalizeName(name) ?? "";
        return await AttemptAsync(http, account, normalized, isCostly: true, async () => await accounts.CheckPasswordAsync(account, password) ? "" : null);
    }

    /// <param name="credential">The answer of the browser, in JSON.</param>
    public async Task<SignInAnswer> SignInAsync(HttpContext http, string? credential)
    {
        var account = await passkeys.ClaimedAsync(credential);
        return await AttemptAsync(http, account, account?.NormalizedName ?? "", isCostly: false, async () =>
            account is null ? null : (await passkeys.SignedAsync(http, account, credential!))?.Name);
    }

    /// <param name="name">The name of the attempts in the throttle, normalized.</param>
    /// <param name="isCostly">True when unknown devices have to check one after another.</param>
    /// <param name="check">The subject of the sign-in in the log; null when it is refused.</param>
    private async Task<SignInAnswer> AttemptAsync(HttpContext http, Account? account, string name, bool isCostly, Func<Task<string?>> check)
    {
        var device = devices.Of(http, account);
        var actor = http.Actor() with { Name = account?.Name ?? UnauthenticatedAttempts.UnknownName, AccountId = account?.Id };

        var wait = throttle.Take(http.Connection.RemoteIpAddress, name, device);
        using var turn = isCostly && device is null && wait == TimeSpan.Zero ? await throttle.TurnAsync(http.RequestAborted) : null;
        if (turn is { IsAcquired: false }) wait = Busy;
        if (wait > TimeSpan.Zero)
        {
            await attempts.WriteAsync(http, actor, LogAction.SignIn, "", LogOutcome.Throttled);
            return new SignInAnswer.TooMany(wait);
        }

        if (await check() is { } subject)
        {
            throttle.Forget(http.Connection.RemoteIpAddress, name, device);
            await BeginSessionAsync(http, account!);
            await log.WriteAsync(actor, LogAction.SignIn, subject, LogOutcome.Done);
            return new SignInAnswer.SignedIn();
        }

        // A guess at an existing account is always logged: the throttle limits their number.
        if (account is null) await attempts.WriteAsync(http, actor, LogAction.SignIn, "", LogOutcome.Failed);
        else await log.WriteAsync(actor, LogAction.SignIn, "", LogOutcome.Failed);
        return new SignInAnswer.Refused();
    }

    public async Task SignOutAsync(HttpContext http)
    {
        var actor = http.Actor();
        await session.EndAsync(http);
        await log.WriteAsync(actor, LogAction.SignOut, "", LogOutcome.Done);
    }

    /// <summary>Starts a new session for this browser: at sign-in, and after a password change, which ends all others.</summary>
    public async Task BeginSessionAsync(HttpContext http, Account account)
    {
        await accounts.SignedInAsync(account);
        devices.Remember(http, account, clock.GetUtcNow());
        await http.SignInAsync(IdentityConstants.ApplicationScheme, await signIn.CreateUserPrincipalAsync(account), AdminSession.Begin(clock.GetUtcNow()));
    }
}
