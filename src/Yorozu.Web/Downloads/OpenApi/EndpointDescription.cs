using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>What the OpenAPI document says about an address.</summary>
/// <param name="Table">The table whose columns the answer has; null where it is a file of several tables.</param>
/// <param name="IsPaged">True when the answer has a cursor.</param>
internal sealed record EndpointDescription(
    string Summary, string MediaType, IReadOnlyList<ExtractParameter> Parameters, TableExtract? Table = null, bool IsPaged = false);
