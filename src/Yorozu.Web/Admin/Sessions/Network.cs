using System.Net;
using System.Net.Sockets;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>Groups addresses by customer: a provider gives each at least a /64 of IPv6, or one address of IPv4.</summary>
internal static class Network
{
    /// <summary>The network of one customer: the IPv4 address, or the first 64 bits of IPv6.</summary>
    public static string Of(IPAddress? address) => Prefix(address, v4: 32, v6: 64);

    /// <summary>The wider network at a provider: /24, or /48 of IPv6.</summary>
    public static string Wide(IPAddress? address) => Prefix(address, v4: 24, v6: 48);

    private static string Prefix(IPAddress? address, int v4, int v6)
    {
        if (address is null) return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        var bits = plain.AddressFamily == AddressFamily.InterNetwork ? v4 : v6;
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
