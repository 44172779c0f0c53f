using System.Text;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>The description of an endpoint, from which its references are made.</summary>
/// <param name="Dataset">The dataset of the response; null for a file of several tables.</param>
internal sealed record EndpointDescription(string Summary, string MediaType, IReadOnlyList<ExtractParameter> Parameters, Dataset? Dataset = null)
{
    public const string Json = "application/json";

    /// <summary>Writes a short response of the snapshot.</summary>
    public delegate Task WriteExample(YorozuDbContext db, Snapshot snapshot, Stream stream, CancellationToken cancellationToken);

    /// <summary>Null for files that no person reads.</summary>
    public WriteExample? Example { get; init; }

    /// <summary>True when the response has a cursor.</summary>
    public bool IsPaged => Parameters.Contains(ExtractParameter.After);

    /// <summary>A short response of the snapshot; null for files that no person reads.</summary>
    public async Task<string?> ExampleAsync(YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (Example is not { } write) return null;
        using var stream = new MemoryStream();
        await write(db, snapshot, stream, cancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

internal static class DescribedEndpoints
{
    /// <summary>The endpoints with a description, in the order they were mapped.</summary>
    public static IEnumerable<(string Path, EndpointDescription About)> Described(this EndpointDataSource endpoints) => endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Select(e => (Path: e.RoutePattern.RawText!, About: e.Metadata.GetMetadata<EndpointDescription>()!))
        .Where(e => e.About is not null);
}
