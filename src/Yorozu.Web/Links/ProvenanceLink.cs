using Microsoft.AspNetCore.WebUtilities;
using Yorozu.Data.Queries.Checks;
using Yorozu.Statistics;

namespace Yorozu.Web.Links;

/// <summary>The address of the provenance page of a figure.</summary>
public static class ProvenanceLink
{
    /// <summary>The page that shows where the checked figure of a row was printed.</summary>
    public static string To(LedgerRow row) => To(row.CheckResult.MetricKey, row.CheckResult.Part, row.CheckResult.Area, row.Year, row.CheckResult.Month);

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
