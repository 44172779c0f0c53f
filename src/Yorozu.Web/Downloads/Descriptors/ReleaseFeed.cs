using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary><c>/releases.atom</c>: the releases, newest first, including withdrawn ones, in pages (RFC 5005).</summary>
internal static class ReleaseFeed
{
    private const int PageSize = 50;
    private const string Path = "/releases.atom";
    private const string MediaType = "application/atom+xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<string> DescribeAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken)
    {
        var releases = await db.ReleasesAsync(cancellationToken);
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "ja"),
            new XElement(Atom + "id", Id("releases")),
            new XElement(Atom + "title", $"{DescribedSite.Title}の公表"),
            new XElement(Atom + "subtitle", ExtractNotes.Source),
            new XElement(Atom + "updated", site.Snapshot.Since.ToUtcText()),
            Person("author", DescribedSite.Name, site.Address("/")),
            new XElement(Atom + "rights", DescribedSite.Licence),
            Link("self", PageAddress(site, site.Page), MediaType),
            Link("alternate", site.Address("/releases"), "text/html"),
            Link("license", site.LicenceAddress, "text/html"),
            Pages(site, Count(releases.Count)),
            releases.OrderByDescending(r => r.Id).Skip((site.Page - 1) * PageSize).Take(PageSize).Select(r => Entry(r, site)));
        return new XDocument(new XDeclaration("1.0", "utf-8", null), feed).Declaration + "\n" + feed;
    }

    /// <summary>How many pages there are; at least one.</summary>
    public static async Task<int> PagesAsync(YorozuDbContext db, CancellationToken cancellationToken) =>
        Count(await db.Releases.CountAsync(cancellationToken));

    private static int Count(int releases) => Math.Max(1, (releases + PageSize - 1) / PageSize);

    private static string PageAddress(DescribedSite site, int page) =>
        site.Address(page == 1 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}?page={page}"));

    private static IEnumerable<XElement> Pages(DescribedSite site, int pages)
    {
        if (pages == 1) yield break;
        yield return Link("first", PageAddress(site, 1), MediaType);
        if (site.Page > 1) yield return Link("previous", PageAddress(site, site.Page - 1), MediaType);
        if (site.Page < pages) yield return Link("next", PageAddress(site, site.Page + 1), MediaType);
        yield return Link("last", PageAddress(site, pages), MediaType);
    }

    private static XElement Entry(ReleaseSummary release, DescribedSite site) => new(
        Atom + "entry",
        new XElement(Atom + "id", Id(string.Create(CultureInfo.InvariantCulture, $"release/{release.Id}/{release.Sha256}"))),
        new XElement(Atom + "title", $"{release.FiscalYear.Name} {release.AsOf.Month}月まで{(release.WithdrawnAt is null ? "" : "（取り下げ）")}"),
        new XElement(Atom + "published", release.PublishedAt.ToUtcText()),
        new XElement(Atom + "updated", (release.WithdrawnAt ?? release.PublishedAt).ToUtcText()),
        Person("contributor", ExtractNotes.Publisher, ExtractNotes.PublisherAddress),
        Link("alternate", site.Address(string.Create(CultureInfo.InvariantCulture, $"/releases/{release.Id}")), "text/html"),
        Link("via", ExtractNotes.PublisherAddress, "text/html"),
        new XElement(Atom + "summary", string.Create(
            CultureInfo.InvariantCulture,
            $"公表 {release.Id}: {release.FileName}、{release.TableCount}表、値 {release.FigureCount:N0}件。SHA-256 {release.Sha256}")));

    private static XElement Person(string element, string name, string address) =>
        new(Atom + element, new XElement(Atom + "name", name), new XElement(Atom + "uri", address));

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
