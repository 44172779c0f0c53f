using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>The description of an endpoint in the OpenAPI document.</summary>
/// <param name="Dataset">The dataset of the response; null for a file of several tables.</param>
/// <param name="IsPaged">True when the response has a cursor.</param>
internal sealed record EndpointDescription(
    string Summary, string MediaType, IReadOnlyList<ExtractParameter> Parameters, Dataset? Dataset = null, bool IsPaged = false);
