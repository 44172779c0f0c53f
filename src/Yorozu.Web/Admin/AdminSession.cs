using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Accounts;

namespace Yorozu.Web.Admin;

/// <summary>
/// A session ends after an hour without a request, after twelve hours in any case, and at once when the account is
/// removed, gets another password or is signed out everywhere: the stamp is compared on every request.
/// </summary>
public sealed class AdminSession(SignInManager<Account> signIn, TimeProvider clock) : CookieAuthenticationEvents
{
    public const string Root = "/admin";
    public const string Cookie = "yorozu-admin";
    public const string CookieName = SecureCookie.Prefix + Cookie;
    public const string SignInPath = Root + "/sign-in";

    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    private const string Started = "started";

    /// <summary>Remembers when the session began: renewing the cookie does not move it.</summary>
    public static AuthenticationProperties Begin(DateTimeOffset now) =>
        new(new Dictionary<string, string?> { [Started] = now.ToString("O", CultureInfo.InvariantCulture) });

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var began = DateTimeOffset.TryParse(context.Properties.Items[Started], CultureInfo.InvariantCulture, out var start) && start + LongestSession > clock.GetUtcNow();
        if (began && await signIn.ValidateSecurityStampAsync(context.Principal) is not null) return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // A closed place outside /admin is none of a visitor's business: neither that it is there nor how to get in.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments(Root)) return base.RedirectToLogin(context);

        var endpoint = context.HttpContext.GetEndpoint()?.DisplayName ?? "";
        context.Response.StatusCode = endpoint.StartsWith("405", StringComparison.Ordinal) ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
