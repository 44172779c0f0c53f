using Microsoft.AspNetCore.Http;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Links;

/// <summary>The address of the extract with a block's figures.</summary>
public static class ExtractLink
{
    /// <param name="year">Null for all years.</param>
    /// <param name="areas">None for all areas.</param>
    /// <param name="month">Null for all months.</param>
    public static string To(IEnumerable<Metric> metrics, FiscalYear? year, IEnumerable<Area>? areas = null, YearMonth? month = null) =>
        "/extracts/observations.csv" + QueryString.Create(
        [
            .. metrics.Select(m => KeyValuePair.Create("metric", (string?)m.Key)),
            .. year is { } y ? [KeyValuePair.Create("fy", (string?)y.ToString())] : Array.Empty<KeyValuePair<string, string?>>(),
            .. (areas ?? []).Select(a => KeyValuePair.Create("area", (string?)a.Code)),
            .. month is { } m
                ? [KeyValuePair.Create("from", (string?)m.ToString()), KeyValuePair.Create("to", (string?)m.ToString())]
                : Array.Empty<KeyValuePair<string, string?>>(),
        ]);
}
