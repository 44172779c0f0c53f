namespace Yorozu.Web.Admin;

/// <summary>
/// A cookie only this host gets, only by HTTPS and never a script: <c>__Host-</c>. Browsers accept such a cookie from
/// <c>http://localhost</c> too (Safari does not), so that no weaker setting is needed for development. Built here because
/// antiforgery refuses to work without HTTPS when its policy says so, localhost or not.
/// </summary>
internal sealed class SecureCookie : CookieBuilder
{
    public const string Prefix = "__Host-";

    public SecureCookie(string name)
    {
        Name = Prefix + name;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.None;
        IsEssential = true;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
