using System.Text;
using Yorozu.Data.Extracts;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>The addresses that describe the extracts to programs.</summary>
internal static class DescriptorEndpoints
{
    private delegate Task<string> Describe(YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken);

    public static void MapDescriptors(this IEndpointRouteBuilder app)
    {
        Map("/datapackage.json", "application/json", cache => new DataPackage(cache).DescribeAsync);
        Map("/dataset.jsonld", "application/ld+json", cache => new DatasetDescription(cache).DescribeAsync);
        Map("/releases.atom", "application/atom+xml", _ => ReleaseFeed.DescribeAsync);

        void Map(string path, string mediaType, Func<ExtractCache, Describe> describe) => app.MapOpenData(path).MapMethods(
            "",
            OpenData.Methods,
            async (ExtractCache cache, YorozuDbContext db, CancellationToken token) =>
                File(path[1..], mediaType, await db.SnapshotAsync(null, token), describe(cache)));
    }

    private static ExtractFile File(string name, string mediaType, Snapshot snapshot, Describe describe) => new(
        name, null, $"{mediaType}; charset=utf-8", snapshot, "", ExtractCache.ToFile(async (db, stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(await describe(db, snapshot, token)), token);
            return new ExtractSummary(0, []);
        }))
    { UsesFiles = true };
}
