using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Admin;

/// <summary>
/// A session ends after an hour without a request, after twelve hours in any case, and at once when it is signed out or
/// the account is removed, gets another password or is signed out everywhere: all of it is asked on every request.
/// </summary>
public sealed class AdminSession(SignInManager<Account> signIn, RevokedSessions revoked, TimeProvider clock) : CookieAuthenticationEvents
{
    public const string Root = "/admin";
    public const string Cookie = "yorozu-admin";
    public const string CookieName = SecureCookie.Prefix + Cookie;
    public const string SignInPath = Root + "/sign-in";

    public static readonly TimeSpan MaxIdle = TimeSpan.FromHours(1);
    public static readonly TimeSpan MaxSession = TimeSpan.FromHours(12);

    private const string Session = "session";
    private const string Started = "started";

    /// <summary>Names the session and remembers when it began: renewing the cookie moves neither.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now) =>
        new(new Dictionary<string, string?> { [Session] = Guid.NewGuid().ToString("N"), [Started] = now.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>Ends the session of this request, also for whoever kept a copy of its cookie.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (await IdAsync(http) is { } session) await revoked.AddAsync(session, clock.GetUtcNow() + MaxSession);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>What tells the session of this request from every other; null without one.</summary>
    public static async Task<string?> IdAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.GetString(Session);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await StandsAsync(context)) return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // A closed place outside /admin is none of a visitor's business: neither that it is there nor how to get in.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments(Root)) return base.RedirectToLogin(context);

        var endpoint = context.HttpContext.GetEndpoint()?.DisplayName ?? "";
        context.Response.StatusCode = endpoint.StartsWith("405", StringComparison.Ordinal)
            ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task<bool> StandsAsync(CookieValidatePrincipalContext context) =>
        DateTimeOffset.TryParse(context.Properties.GetString(Started), CultureInfo.InvariantCulture, out var start)
        && start + MaxSession > clock.GetUtcNow()
        && context.Properties.GetString(Session) is { } session
        && !await revoked.ContainsAsync(session, context.HttpContext.RequestAborted)
        && await signIn.ValidateSecurityStampAsync(context.Principal) is not null;
}
