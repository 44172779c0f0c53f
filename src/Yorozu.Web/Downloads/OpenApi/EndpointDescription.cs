using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;


namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>What the OpenAPI document says about an address.</summary>
/// <param name="Dataset">The dataset whose columns the answer has; null where it is a file of several tables.</param>
/// <param name="IsPaged">True when the answer has a cursor.</param>
internal sealed record EndpointDescription(
    string Summary, string MediaType, IReadOnlyList<ExtractParameter> Parameters, Dataset? Dataset = null, bool IsPaged = false);
