namespace Yorozu.Web.Admin.Sessions;

/// <summary>
/// A <c>__Host-</c> cookie: only for this host, only over HTTPS, invisible to scripts. Browsers except Safari also accept it
/// from <c>http://localhost</c>, so that development needs no weaker setting. Built here because antiforgery with a secure
/// policy throws without HTTPS, even on localhost.
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
