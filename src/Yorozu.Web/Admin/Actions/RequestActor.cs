using System.Globalization;
using System.Security.Claims;
using Yorozu.Data.Audit;

namespace Yorozu.Web.Admin.Actions;

/// <summary>The actor of a request, for the log.</summary>
public static class RequestActor
{
    public static Actor Actor(this HttpContext http) => new(
        http.User.Identity?.Name ?? "",
        http.Address(),
        int.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null);

    /// <summary>The network address; behind a trusted proxy, the forwarded one.</summary>
    public static string Address(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
    }
}
