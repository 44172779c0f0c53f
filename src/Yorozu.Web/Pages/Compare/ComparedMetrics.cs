using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Compare;

/// <summary>The metrics to compare areas by, in one year: one, some or a whole section.</summary>
/// <param name="Tables">In the order of the address, or of the catalogue.</param>
/// <param name="Name">What they are together; empty for a single metric.</param>
/// <param name="Section">The value of <c>section</c> that asks for the same metrics; null where none does.</param>
/// <param name="Fallback">A sentence about the fallback; empty when the request is shown as asked.</param>
public sealed record ComparedMetrics(IReadOnlyList<Coverage> Tables, string Name, string? Section, string Fallback)
{
    /// <summary>As many as a page has published so far in all its layouts.</summary>
    public const int MaxMetrics = 16;

    /// <summary>The value of <c>section</c> for every published metric of the year.</summary>
    public const string AllSections = "all";

    /// <summary>The value of <c>section</c> for a single metric: the first that is asked for.</summary>
    public const string NoSection = "one";

    public bool IsSingle => Section == NoSection;

    public FiscalYear Year => Tables[0].Year;

    /// <summary>Null for an unknown metric or section or a year without data. A section wins over metrics that are asked for.</summary>
    public static ComparedMetrics? Of(
        IReadOnlyList<Coverage> coverage, IReadOnlyList<string> metrics, string? section, FiscalYear? year, IStringLocalizer<UiText> text)
    {
        if (section is not (null or NoSection)) return OfSection(coverage, section, year ?? coverage.Max(c => c.Year), text);
        return metrics.Count > 1 && section is null
            ? Some(coverage, [.. metrics.Distinct()], year, text)
            : Single(coverage, metrics.Count > 0 ? metrics[0] : null, year, text);
    }

    /// <summary>Ways to choose metrics: one, or the sections of the year.</summary>
    public static IReadOnlyList<(string Section, string Name)> Choices(IReadOnlyList<Coverage> coverage, FiscalYear year, IStringLocalizer<UiText> text) =>
    [
        (NoSection, text["一つの指標"]),
        .. coverage.Where(c => c.Year == year && c.Metric.Section.Length > 0).Select(c => c.Metric.Section).Distinct().Select(s => (s, s.Term())),
        (AllSections, text["すべての指標"]),
    ];

    private static ComparedMetrics? Single(IReadOnlyList<Coverage> coverage, string? metric, FiscalYear? year, IStringLocalizer<UiText> text) =>
        MetricChoice.Of(coverage, metric, year, text) is { } choice ? new([choice.Table], "", NoSection, choice.Fallback) : null;

    private static ComparedMetrics? Some(IReadOnlyList<Coverage> coverage, IReadOnlyList<string> keys, FiscalYear? asked, IStringLocalizer<UiText> text)
    {
        if (keys.Any(key => KnownMetric.Find(coverage, key) is null)) return null;
        if (asked is { } known && coverage.All(c => c.Year != known)) return null;
        var offered = coverage.Where(c => keys.Contains(c.Metric.Key)).ToList();
        var year = asked ?? offered.Max(c => (FiscalYear?)c.Year) ?? coverage.Max(c => c.Year);
        var tables = keys.Select(key => offered.Find(c => c.Metric.Key == key && c.Year == year)).OfType<Coverage>().ToList();
        if (tables.Count == 0) return Single(coverage, keys[0], year, text);

        var missing = keys.Where(key => tables.TrueForAll(t => t.Metric.Key != key))
            .Select(key => KnownMetric.Find(coverage, key)!)
            .ToList();
        var sentences = missing.Count == 0 ? "" : text["{0}には公表されていない指標: {1}", year.DisplayName(), Names(missing)].Value;
        if (tables.Count > MaxMetrics)
        {
            sentences += text["一度に比べられるのは{0}指標までです。入りきらなかった指標: {1}", MaxMetrics, Names(tables.Skip(MaxMetrics).Select(t => t.Metric))];
        }

        var (section, name) = Choices(coverage, year, text).FirstOrDefault(c => InSection(coverage, c.Section, year).ToHashSet().SetEquals(tables));
        return new([.. tables.Take(MaxMetrics)], name ?? text["選んだ指標"], section, sentences);

        string Names(IEnumerable<Metric> named) => string.Join(text["、"], named.Select(m => m.FullName()));
    }

    private static IEnumerable<Coverage> InSection(IReadOnlyList<Coverage> coverage, string section, FiscalYear year) =>
        coverage.Where(c => c.Year == year && (section == AllSections ? !c.Metric.IsIndicator : c.Metric.Section == section));

    private static ComparedMetrics? OfSection(IReadOnlyList<Coverage> coverage, string section, FiscalYear year, IStringLocalizer<UiText> text)
    {
        if (coverage.All(c => c.Year != year)) return null;
        var isAll = section == AllSections;
        if (section.Length == 0 || (!isAll && coverage.All(c => c.Metric.Section != section))) return null;
        var tables = InSection(coverage, section, year).ToList();
        if (tables.Count > MaxMetrics) return Some(coverage, [.. tables.Select(t => t.Metric.Key)], year, text);
        if (tables.Count > 0) return new(tables, isAll ? text["すべての指標"] : section.Term(), section, "");
        return Single(coverage, null, year, text) is { } lead
            ? lead with { Fallback = text["{0}の指標は{1}には公表されていないため、{2}を示しています。", section.Term(), year.DisplayName(), lead.Tables[0].Metric.FullName()] }
            : null;
    }
}
