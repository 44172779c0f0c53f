using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Figures.Views;

/// <summary>The metric that stands for all: in the latest year, the one that other years have something similar to.</summary>
public static class LeadMetric
{
    /// <summary>Null when nothing is published.</summary>
    public static Coverage? Of(IReadOnlyList<Coverage> coverage)
    {
        var latest = coverage.Where(c => c.Year == coverage.Max(o => o.Year)).ToList();
        return latest.Find(c => c.Metric.Related.Count > 0) ?? latest.FirstOrDefault();
    }
}
