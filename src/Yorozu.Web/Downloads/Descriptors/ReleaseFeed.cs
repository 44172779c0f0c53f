using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary><c>/releases.atom</c>: the latest 50 releases, newest first, including withdrawn ones.</summary>
internal static class ReleaseFeed
{
    private const int Entries = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<string> DescribeAsync(YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var releases = (await db.ReleasesAsync(cancellationToken)).OrderByDescending(r => r.Id).Take(Entries);
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "ja"),
            new XElement(Atom + "id", Id("releases")),
            new XElement(Atom + "title", "よろず支援拠点 相談等実績の公表"),
            new XElement(Atom + "updated", snapshot.Since.ToUtcText()),
            new XElement(Atom + "author", new XElement(Atom + "name", "Yorozu")),
            Link("self", "/releases.atom", "application/atom+xml"),
            Link("alternate", "/releases", "text/html"),
            releases.Select(Entry));
        return new XDocument(new XDeclaration("1.0", "utf-8", null), feed).Declaration + "\n" + feed;
    }

    private static XElement Entry(ReleaseSummary release) => new(
        Atom + "entry",
        new XElement(Atom + "id", Id(string.Create(CultureInfo.InvariantCulture, $"release/{release.Id}/{release.Sha256}"))),
        new XElement(Atom + "title", $"{release.FiscalYear.Name} {release.AsOf.Month}月まで{(release.WithdrawnAt is null ? "" : "（取り下げ）")}"),
        new XElement(Atom + "published", release.PublishedAt.ToUtcText()),
        new XElement(Atom + "updated", (release.WithdrawnAt ?? release.PublishedAt).ToUtcText()),
        Link("alternate", string.Create(CultureInfo.InvariantCulture, $"/releases/{release.Id}"), "text/html"),
        new XElement(Atom + "summary", string.Create(
            CultureInfo.InvariantCulture,
            $"公表 {release.Id}: {release.FileName}、{release.TableCount}表、値 {release.FigureCount:N0}件。SHA-256 {release.Sha256}")));

    private static XElement Link(string relation, string address, string mediaType) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address), new XAttribute("type", mediaType));

    // A release has the same id on every server and at every address: a UUID version 8, made from its name.
    private static string Id(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("yorozu/" + name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
