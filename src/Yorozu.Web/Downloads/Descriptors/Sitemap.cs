using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary><c>/sitemap.xml</c>: every page that a search engine should find; and <c>/robots.txt</c>, which says where it is.</summary>
internal sealed class Sitemap(SnapshotCache snapshots)
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages =
        ["/", "/metrics", "/indicators", "/prefectures", "/compare", "/scatter", "/verification", "/releases", "/revisions", "/downloads", "/api", "/about"];

    public async Task<string> DescribeAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken)
    {
        var coverage = await snapshots.CoverageAsync(db, site.Snapshot);
        var releases = await db.Releases.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        IEnumerable<string> paths =
        [
            .. Pages,
            .. coverage.Select(c => $"/metrics/{c.Metric.Key}").Distinct(),
            .. coverage.Indicators().Select(c => $"/indicators/{c.Metric.Key}").Distinct(),
            .. Prefecture.All.Select(p => $"/prefectures/{p.Code}"),
            .. releases.Select(r => string.Create(CultureInfo.InvariantCulture, $"/releases/{r}")),
        ];
        var modified = site.Snapshot.Since.ToUtcText();
        var urls = new XElement(
            Schema + "urlset",
            paths.Select(p => new XElement(Schema + "url", new XElement(Schema + "loc", site.Address(p)), new XElement(Schema + "lastmod", modified))));
        return $"{new XDeclaration("1.0", "utf-8", null)}\n{urls}";
    }

    public static Task<string> RobotsAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken) =>
        Task.FromResult($"User-agent: *\nDisallow: /admin\nSitemap: {site.Address("/sitemap.xml")}\n");
}
