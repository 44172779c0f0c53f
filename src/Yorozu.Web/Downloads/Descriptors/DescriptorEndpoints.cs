using System.Globalization;
using System.Text;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Caching;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>The addresses that describe the extracts to programs.</summary>
internal static class DescriptorEndpoints
{
    /// <summary>The parameters of a descriptor that can be pinned.</summary>
    public static IReadOnlyList<ExtractParameter> Pinned { get; } = [ExtractParameter.AsOf];

    /// <summary>The parameters of a descriptor in pages.</summary>
    public static IReadOnlyList<ExtractParameter> Paged { get; } = [ExtractParameter.Page];

    public delegate Task<string> Describe(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken);

    public static void MapDescriptors(this IEndpointRouteBuilder app)
    {
        app.MapDescriptor("/datapackage.json", "", "application/json", Pinned, s => s.GetRequiredService<DataPackage>().DescribeAsync, usesFiles: true);
        app.MapDescriptor("/dataset.jsonld", "", "application/ld+json", Pinned, s => s.GetRequiredService<DatasetDescription>().DescribeAsync, usesFiles: true);
        app.MapDescriptor("/releases.atom", "", "application/atom+xml", Paged, _ => ReleaseFeed.DescribeAsync, pages: ReleaseFeed.PagesAsync);
        app.MapDescriptor("/sitemap.xml", "", "application/xml", [], s => s.GetRequiredService<Sitemap>().DescribeAsync);
        app.MapDescriptor("/robots.txt", "", "text/plain", [], _ => Sitemap.RobotsAsync);
    }

    /// <param name="group">Where all other addresses answer 404 in JSON.</param>
    /// <param name="name">The address of the descriptor in the group.</param>
    /// <param name="namesSite">True when its addresses are absolute: one host's descriptor is not another's.</param>
    /// <param name="usesFiles">True when it measures extracts.</param>
    /// <param name="pages">Counts its pages; null for a descriptor of one page.</param>
    public static void MapDescriptor(
        this IEndpointRouteBuilder app,
        string group,
        string name,
        string mediaType,
        IReadOnlyList<ExtractParameter> parameters,
        Func<IServiceProvider, Describe> describe,
        bool namesSite = true,
        bool usesFiles = false,
        Func<YorozuDbContext, CancellationToken, Task<int>>? pages = null) => app
        .MapOpenData(group).MapMethods(name, OpenData.Methods, async Task<IResult> (HttpContext http, SiteHosts hosts, YorozuDbContext db) =>
        {
            var reader = new ParameterReader(http.Request.Parameters(), parameters);
            var asked = parameters.Contains(ExtractParameter.AsOf)
                ? ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, http.Request.Query.Keys, http.RequestAborted))
                : ObservationFilter.All;
            var last = pages is null || !http.Request.Query.ContainsKey(ExtractParameter.Page.Name) ? 1 : await pages(db, http.RequestAborted);
            var page = reader.One(ExtractParameter.Page, (string text, out int number) => IsPage(text, last, out number), 1);
            if (reader.Errors.Count > 0) return ExtractProblems.ToResult(reader.Errors);

            var (snapshot, filter) = await db.SnapshotAsync(asked, http.RequestAborted);
            var site = new DescribedSite(snapshot, filter, namesSite ? hosts.Origin(http) : "") { Page = page };
            return File((group + name)[1..], mediaType, site, describe(http.RequestServices)) with
            {
                UsesFiles = usesFiles,
                IsPrivate = namesSite && hosts.Find(http.Request.Host) is null,
            };
        });

    private static bool IsPage(string text, int pages, out int page) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1 && page <= pages;

    private static ExtractFile File(string name, string mediaType, DescribedSite site, Describe describe) => new(
        name, null, $"{mediaType}; charset=utf-8", site.Snapshot, site.Key, ExtractCache.ToFile(async (db, stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(await describe(db, site, token)), token);
            return new ExtractSummary(0, []);
        }))
    { Filter = site.Filter, CanBeCorrected = true };
}
