using Yorozu.Data.Snapshots;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Figures.Views;

/// <summary>A metric or indicator by its key, published or not.</summary>
public static class KnownMetric
{
    /// <summary>Null for a key that nothing has.</summary>
    public static Metric? Find(IReadOnlyList<Coverage> coverage, string key) =>
        coverage.FirstOrDefault(c => c.Metric.Key == key)?.Metric ?? MetricCatalogue.Default.Find(key) ?? Indicator.Find(key)?.OfCatalogue();
}
