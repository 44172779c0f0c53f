using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A definition as printed, with the first fiscal year it was printed in.</summary>
public sealed record MetricDefinition(Metric Metric, string Definition, FiscalYear Since)
{
    /// <summary>The definitions of a metric, the latest first; one for each wording.</summary>
    public static IEnumerable<MetricDefinition> Of(IEnumerable<Coverage> coverage, string key) => coverage
        .Where(c => c.Metric.Key == key)
        .OrderByDescending(c => c.Year)
        .GroupBy(c => c.Head.Definition)
        .Select(g => new MetricDefinition(g.First().Metric, g.Key, g.Min(c => c.Year)));
}
