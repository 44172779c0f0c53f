using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store.Entities;
using Yorozu.Web.Admin.Actions;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>
/// A session ends after an hour without a request, after twelve hours in any case, and immediately when it is signed out or
/// the account is removed, changes its password or is signed out everywhere. Every request checks all of these.
/// </summary>
public sealed class AdminSession(SignInManager<Account> signIn, RevokedSessions revoked, TimeProvider clock) : CookieAuthenticationEvents
{
    public const string Cookie = "yorozu-admin";
    public const string CookieName = SecureCookie.Prefix + Cookie;
    public const string SignInPath = AdminActions.Root + "/sign-in";

    public static readonly TimeSpan MaxIdle = TimeSpan.FromHours(1);
    public static readonly TimeSpan MaxSession = TimeSpan.FromHours(12);

    private const string Session = "session";
    private const string Started = "started";

    /// <summary>The session's id and start time, which renewing the cookie keeps.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now) =>
        new(new Dictionary<string, string?> { [Session] = Guid.NewGuid().ToString("N"), [Started] = now.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>Revokes the session of this request, including copies of its cookie.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (await IdAsync(http) is { } session) await revoked.AddAsync(session, clock.GetUtcNow() + MaxSession);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>The id of this request's session; null without one.</summary>
    public static async Task<string?> IdAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.GetString(Session);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await StandsAsync(context)) return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // Outside /admin, do not reveal that a closed address exists or how to sign in.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.Path.StartsWithSegments(AdminActions.Root))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // What was posted is not posted again: the admin comes back to its page, not to the handler.
        if (HttpMethods.IsPost(context.Request.Method))
        {
            context.RedirectUri = QueryHelpers.AddQueryString(SignInPath, "returnUrl", context.Request.Path.Value ?? AdminActions.Root);
        }

        return base.RedirectToLogin(context);
    }

    private async Task<bool> StandsAsync(CookieValidatePrincipalContext context) =>
        DateTimeOffset.TryParse(context.Properties.GetString(Started), CultureInfo.InvariantCulture, out var start)
        && start + MaxSession > clock.GetUtcNow()
        && context.Properties.GetString(Session) is { } session
        && !await revoked.ContainsAsync(session, context.HttpContext.RequestAborted)
        && await signIn.ValidateSecurityStampAsync(context.Principal) is not null;
}
