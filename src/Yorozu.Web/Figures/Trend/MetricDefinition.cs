using Microsoft.Extensions.Localization;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A definition as printed, with the first and the last fiscal year it was printed in.</summary>
/// <param name="IsCurrent">True when the latest published year has it.</param>
public sealed record MetricDefinition(Metric Metric, string Definition, FiscalYear First, FiscalYear Last, bool IsCurrent)
{
    /// <summary>The definitions of a metric, the latest first; one for each wording.</summary>
    /// <param name="coverage">That of all metrics.</param>
    public static IEnumerable<MetricDefinition> Of(IReadOnlyList<Coverage> coverage, string key)
    {
        var latest = coverage.Max(c => c.Year);
        return coverage
            .Where(c => c.Metric.Key == key)
            .OrderByDescending(c => c.Year)
            .GroupBy(c => c.Head.Definition)
            .Select(g => new MetricDefinition(g.First().Metric, g.Key, g.Min(c => c.Year), g.Max(c => c.Year), g.Any(c => c.Year == latest)));
    }

    /// <summary>令和4年度（2022年度）の公表から, 令和3年度（2021年度）の公表のみ or 令和3〜5年度の公表.</summary>
    public string Period(IStringLocalizer<UiText> text)
    {
        if (IsCurrent) return text["{0}の公表から", First.DisplayName()];
        return First == Last ? text["{0}の公表のみ", First.DisplayName()] : text["{0}の公表", Words.EraRange(First, Last)];
    }
}
