using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>Every published metric with its years.</summary>
public sealed class IndexModel(RequestSnapshot snapshot) : PageModel
{
    /// <summary>The sections, those of the latest pages first.</summary>
    public IReadOnlyList<MetricSection> Sections { get; private set; } = [];

    public async Task OnGetAsync() => Sections =
    [
        .. (await snapshot.CoverageAsync()).GroupBy(c => c.Metric.Section).OrderByDescending(g => g.Max(c => c.Year)).Select(section => new MetricSection(
            section.Key, [.. section.GroupBy(c => c.Metric.Key).Select(metric => new MetricYears(metric.First().Metric, [.. metric]))])),
    ];
}

/// <summary>A section of the published pages; without a name where they have none.</summary>
public sealed record MetricSection(string Name, IReadOnlyList<MetricYears> Metrics);

/// <summary>A metric with the years it is there for, the latest first.</summary>
public sealed record MetricYears(Metric Metric, IReadOnlyList<Coverage> Years);
