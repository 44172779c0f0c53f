using System.Net;
using System.Text;

namespace Yorozu.Web.Caching;

/// <summary>
/// The names the site goes by. Setting: <c>Yorozu:Hosts</c>, names separated by commas, with a port where it is not the
/// usual one; any other name is then refused, but for the computer's own (<c>localhost</c>, <c>127.0.0.1</c>). By default
/// any name is answered, and no answer that contains it is cached.
/// </summary>
public sealed class SiteHosts(IConfiguration configuration)
{
    private readonly string[] _names = (configuration["Yorozu:Hosts"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name as the setting has it; null when it is not there.</summary>
    public string? Find(HostString host) => Array.Find(_names, name => name.Equals(host.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Scheme and host for addresses that are copied from the page.</summary>
    public string Origin(HttpContext http)
    {
        var host = Find(http.Request.Host);
        // Whoever made the name up gets it back, and nobody else.
        if (host is null) http.Response.Headers.CacheControl = "no-store";
        return $"{http.Request.Scheme}://{host ?? http.Request.Host.Value}";
    }

    /// <summary>Answers 400 under a name that is none of the site's.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (Answers(http.Request.Host)) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsync("Unknown host name. このサーバーはこのホスト名では応答しません。", Encoding.UTF8);
    }

    private bool Answers(HostString host) => _names.Length == 0 || Find(host) is not null || IsThisComputer(host.Host);

    private static bool IsThisComputer(string name) => name == "localhost" || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
}
