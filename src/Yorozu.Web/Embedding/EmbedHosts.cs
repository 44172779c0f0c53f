using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Web.Embedding;

/// <summary>
/// The sites that may show figure blocks in a frame. Setting: <c>Yorozu:EmbedHosts</c>, names separated by commas, with a
/// non-default port, and with <c>http://</c> for a site without HTTPS. None by default: then nothing is below <c>/embed</c>.
/// </summary>
public sealed partial class EmbedHosts
{
    public EmbedHosts(IConfiguration configuration)
    {
        Names = (configuration["Yorozu:EmbedHosts"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Names.FirstOrDefault(name => !IsHost(name)) is { } other)
        {
            throw new InvalidOperationException(
                $"Yorozu:EmbedHosts names \"{other}\", which is not a host such as intranet.example.jp, intranet.example.jp:8443 or http://intranet.");
        }

        if (Names.Count > 0 && string.IsNullOrWhiteSpace(configuration["Yorozu:Hosts"]))
        {
            throw new InvalidOperationException("Yorozu:EmbedHosts needs Yorozu:Hosts, the name of this site: the text to paste into other pages has it.");
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>As a directive of the content security policy lists them.</summary>
    public string Sources => string.Join(' ', Names);

    // Only characters of host names get into the header.
    private static bool IsHost(string text) =>
        Ascii.IsValid(text)
        && Host().Match(text) is { Success: true } host
        && Uri.CheckHostName(host.Groups["name"].Value) is UriHostNameType.Dns or UriHostNameType.IPv4
        && (!host.Groups["port"].Success || ushort.TryParse(host.Groups["port"].Value, CultureInfo.InvariantCulture, out var port) && port > 0);

    [GeneratedRegex(@"^(https?://)?(?<name>[a-z0-9.-]+)(:(?<port>[0-9]+))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
