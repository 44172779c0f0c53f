using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Figures.Views;

/// <summary>The main metric: the one of the latest year with similar metrics in other years.</summary>
public static class LeadMetric
{
    /// <summary>Null when nothing is published.</summary>
    public static Coverage? Of(IReadOnlyList<Coverage> coverage)
    {
        var latest = coverage.Where(c => c.Year == coverage.Max(o => o.Year)).ToList();
        return latest.Find(c => (c.ComputedFrom is [var published] ? published : c).Metric.Related.Count > 0) ?? latest.FirstOrDefault();
    }
}
