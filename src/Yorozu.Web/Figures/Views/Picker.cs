using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.References;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Views;

/// <summary>A select list in a form.</summary>
/// <param name="Name">The parameter of the address that holds the choice.</param>
public sealed record Picker(string Name, string Label, IReadOnlyList<PickerOption> Options)
{
    /// <summary>Every year. Those without the metric say so and fall back to another metric.</summary>
    public static Picker Years(IReadOnlyList<Coverage> coverage, Coverage chosen, IStringLocalizer<UiText> text)
    {
        var ofMetric = coverage.Where(c => c.Metric.Key == chosen.Metric.Key).Select(c => c.Year).ToHashSet();
        return new Picker("fy", text["年度"], [.. coverage.Select(c => c.Year).Distinct().OrderDescending().Select(year => new PickerOption(
            year.ToString(),
            ofMetric.Contains(year) ? year.DisplayName() : text["{0}・この指標は未公表", year.DisplayName()],
            year == chosen.Year))]);
    }

    /// <summary>Every metric. Those without data in the year say so and are disabled.</summary>
    public static Picker Metrics(
        string name, string label, IReadOnlyList<Coverage> coverage, FiscalYear year, string chosen, IStringLocalizer<UiText> text)
    {
        var ofYear = coverage.Where(c => c.Year == year).Select(c => c.Metric.Key).ToHashSet();
        var metrics = coverage.Select(c => c.Metric).DistinctBy(m => m.Key).OrderByDescending(m => ofYear.Contains(m.Key));
        return new Picker(name, label, [.. metrics.Select(metric => new PickerOption(
            metric.Key,
            ofYear.Contains(metric.Key) ? metric.FullName() : text["{0}・この年度は未公表", metric.FullName()],
            metric.Key == chosen,
            !ofYear.Contains(metric.Key)))]);
    }

    /// <summary>The year so far, or one of the published months.</summary>
    public static Picker Months(MetricYear table, YearMonth? chosen, IStringLocalizer<UiText> text) => new("month", text["期間"],
    [
        new PickerOption("", text["年度累計"], chosen is null),
        .. table.Year.Months.Take(table.PublishedMonths).Select(m => new PickerOption(m.ToString(), m.FullName(), m == chosen)),
    ]);

    /// <summary>The figures themselves, or per head; no choice where there is no reference table.</summary>
    public static IEnumerable<Picker> Per(IReadOnlyList<ReferenceTable> references, string? chosen, IStringLocalizer<UiText> text)
    {
        if (references.Count == 0) yield break;
        yield return new Picker("per", text["数え方"],
        [
            new PickerOption("", text["実数"], chosen is null),
            .. references.Select(r => new PickerOption(r.Key, r.RateName(), r.Key == chosen)),
        ]);
    }

    /// <summary>The country and the 47, in code order.</summary>
    public static Picker Areas(string label, Area? chosen, string? all = null) => new("area", label,
    [
        .. all is null ? [] : new[] { new PickerOption("", all, chosen is null) },
        .. Area.All.Select(a => new PickerOption(a.Code, a.OptionName(), a == chosen)),
    ]);
}

/// <summary>An option; an unavailable one is disabled and says why.</summary>
public sealed record PickerOption(string Value, string Text, bool IsChosen, bool IsDisabled = false);
