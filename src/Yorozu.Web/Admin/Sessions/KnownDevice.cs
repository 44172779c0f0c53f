using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>
/// A browser that has signed in to an account before: wrong guesses from elsewhere do not throttle it. The cookie grants no
/// access, and becomes invalid when the account changes its password or is signed out everywhere.
/// </summary>
public sealed class KnownDevice(IDataProtectionProvider protection)
{
    public const string Cookie = "yorozu-device";

    // The longest lifetime that browsers accept.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly IDataProtector _protector = protection.CreateProtector("Yorozu.KnownDevice");

    public void Remember(HttpContext http, Account account, DateTimeOffset now)
    {
        var cookie = new SecureCookie(Cookie) { Expiration = Lifetime };
        var content = string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N} {account.Id} {account.SecurityStamp}");
        http.Response.Cookies.Append(cookie.Name!, _protector.Protect(content), cookie.Build(http, now));
    }

    /// <summary>The device's key for the throttle; null unless the account has signed in from it with its current security stamp.</summary>
    public string? Of(HttpContext http, Account? account)
    {
        if (!http.Request.Cookies.TryGetValue(SecureCookie.Prefix + Cookie, out var text)) return null;
        try
        {
            // Before the account is checked, so that the time does not reveal whether it exists.
            var content = _protector.Unprotect(text).Split(' ');
            return account is not null && content is [var device, var id, var stamp]
                && id == account.Id.ToString(CultureInfo.InvariantCulture) && stamp == account.SecurityStamp ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
