using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>The description of an endpoint in the OpenAPI document.</summary>
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
}
