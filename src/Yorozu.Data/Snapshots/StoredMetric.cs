using Yorozu.Data.Store.Entities;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Snapshots;

internal static class StoredMetric
{
    /// <summary>The metric from the catalogue, or as first printed; the table's unit takes precedence.</summary>
    public static Metric ToMetric(this MetricEntity stored, string unit)
    {
        var metric = MetricCatalogue.Default.Find(stored.Key) ?? new Metric(stored.Key, stored.Section, stored.Name, unit) { Group = stored.Group };
        return metric.In(unit);
    }
}
