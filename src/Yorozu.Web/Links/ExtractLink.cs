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
    public static string To(IEnumerable<Metric> metrics, FiscalYear? year, IEnumerable<Area>? areas = null, YearMonth? month = null)
    {
        var all = metrics.ToList();
        // Of a metric per head the published counts; indicators are no observations.
        var counts = all.FindAll(m => m.Formula?.Denominator is null);
        var (file, name, shown) = all.Count > 0 && counts.Count == 0 ? ("indicators.csv", "indicator", all) : ("observations.csv", "metric", counts);
        return $"/extracts/{file}" + QueryString.Create(
        [
            .. shown.Select(m => KeyValuePair.Create(name, (string?)m.Key)),
            .. year is { } y ? [KeyValuePair.Create("fy", (string?)y.ToString())] : Array.Empty<KeyValuePair<string, string?>>(),
            .. (areas ?? []).Select(a => KeyValuePair.Create("area", (string?)a.Code)),
            .. month is { } m
                ? [KeyValuePair.Create("from", (string?)m.ToString()), KeyValuePair.Create("to", (string?)m.ToString())]
                : Array.Empty<KeyValuePair<string, string?>>(),
        ]);
    }
}
