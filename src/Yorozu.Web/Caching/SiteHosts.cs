using System.Net;
using System.Text;

namespace Yorozu.Web.Caching;

/// <summary>
/// The host names of the site. Setting: <c>Yorozu:Hosts</c>, names separated by commas, with a non-default port; any other
/// name is then rejected, except for the loopback names (<c>localhost</c>, <c>127.0.0.1</c>). By default every name is accepted,
/// and no response that contains it is cached.
/// </summary>
public sealed class SiteHosts(IConfiguration configuration)
{
    /// <summary>The longest name of a host (253 characters) with a colon and a port: documents repeat it in every address.</summary>
    public const int MaxLength = 259;

    private readonly string[] _names = (configuration["Yorozu:Hosts"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The host as configured; null when it is not in the setting.</summary>
    public string? Find(HostString host) => Array.Find(_names, name => name.Equals(host.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Scheme and host for absolute addresses on the page.</summary>
    public string Origin(HttpContext http)
    {
        var host = Find(http.Request.Host);
        // An unconfigured host appears only in the response to its own request.
        if (host is null) http.Response.Headers.CacheControl = "no-store";
        return $"{http.Request.Scheme}://{host ?? http.Request.Host.Value}";
    }

    /// <summary>Answers 400 for a host that is not the site's or too long for a name.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (Answers(http.Request.Host)) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsync("Unknown host name. このサーバーはこのホスト名では応答しません。", Encoding.UTF8);
    }

    private bool Answers(HostString host) =>
        host.Value is not { Length: > MaxLength } && (_names.Length == 0 || Find(host) is not null || IsThisComputer(host.Host));

    private static bool IsThisComputer(string name) => name == "localhost" || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
}
