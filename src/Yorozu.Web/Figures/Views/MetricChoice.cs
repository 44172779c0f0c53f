using Microsoft.Extensions.Localization;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Views;

/// <summary>
/// The table that answers a choice of metric and year. A year in which the metric was not published stays chosen and shows
/// the lead metric; a metric without a year shows its latest.
/// </summary>
/// <param name="Fallback">A sentence about the fallback; empty when the requested choice is shown.</param>
public sealed record MetricChoice(Coverage Table, string Fallback)
{
    /// <summary>Null for an unknown metric or a year without data.</summary>
    /// <param name="taken">The other metric on the page, chosen again only when there is no alternative.</param>
    public static MetricChoice? Of(
        IReadOnlyList<Coverage> coverage, string? metric, FiscalYear? year, IStringLocalizer<UiText> text, string? taken = null)
    {
        var offered = coverage.Where(c => year is null || c.Year == year).ToList();
        if ((LeadMetric.Of([.. offered.Where(c => c.Metric.Key != taken)]) ?? LeadMetric.Of(offered)) is not { } lead) return null;
        if (metric is null) return new MetricChoice(lead, "");
        if (offered.Find(c => c.Metric.Key == metric) is { } asked) return new MetricChoice(asked, "");

        if (KnownMetric.Find(coverage, metric) is not { } known) return null;
        return new MetricChoice(lead, year is { } missing
            ? text["{0}は{1}には公表されていないため、{2}を示しています。", known.FullName(), missing.DisplayName(), lead.Metric.FullName()]
            : text["{0}は公表されていないため、{1}を示しています。", known.FullName(), lead.Metric.FullName()]);
    }
}
