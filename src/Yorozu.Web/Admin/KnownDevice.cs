using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Admin;

/// <summary>
/// A browser that has signed in to an account before: others' wrong guesses do not slow it down. The cookie opens nothing,
/// and is good for nothing once the account has another password or is signed out everywhere.
/// </summary>
public sealed class KnownDevice(IDataProtectionProvider protection)
{
    public const string Cookie = "yorozu-device";

    // Browsers keep none for longer.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly IDataProtector _protector = protection.CreateProtector("Yorozu.KnownDevice");

    public void Remember(HttpContext http, Account account, DateTimeOffset now)
    {
        var cookie = new SecureCookie(Cookie) { Expiration = Lifetime };
        var content = string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N} {account.Id} {account.SecurityStamp}");
        http.Response.Cookies.Append(cookie.Name!, _protector.Protect(content), cookie.Build(http, now));
    }

    /// <summary>The device as the throttle counts it; null when the account, as it is now, has not signed in from it.</summary>
    public string? Of(HttpContext http, Account? account)
    {
        if (!http.Request.Cookies.TryGetValue(SecureCookie.Prefix + Cookie, out var text)) return null;
        try
        {
            // Before the account is looked at, so that the time does not tell whether there is one.
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
