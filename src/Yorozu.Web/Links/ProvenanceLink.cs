using Microsoft.AspNetCore.WebUtilities;
using Yorozu.Statistics;

namespace Yorozu.Web.Links;

/// <summary>The address of the page that says where a figure was printed.</summary>
public static class ProvenanceLink
{
    public static string To(string metricKey, string part, Area area, FiscalYear year, YearMonth? month) => QueryHelpers.AddQueryString(
        "/provenance",
        new Dictionary<string, string?>
        {
            ["metric"] = metricKey,
            ["part"] = part.Length > 0 ? part : null,
            ["area"] = area.Code,
            ["fy"] = month is null ? year.ToString() : null,
            ["month"] = month?.ToString(),
        });
}
