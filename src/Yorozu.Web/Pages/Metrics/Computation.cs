using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>How the year to date of an area was computed, with the way to where both figures are published.</summary>
/// <param name="Formula">The formula in words.</param>
/// <param name="Caution">What the ratio is not; empty per head.</param>
/// <param name="Denominator">The source of what is divided by; empty for a metric.</param>
/// <param name="Area">The area of the figures.</param>
/// <param name="Value">The ratio.</param>
public sealed record Computation(
    string Formula, string Caution, string Denominator, string Area, string Period, string Value, IReadOnlyList<ComputationPart> Parts)
{
    /// <summary>Null for published figures.</summary>
    public static Computation? Of(MetricYear table, Area area)
    {
        if (table.Metric.Formula is not { } formula) return null;
        var last = table.PublishedMonths - 1;
        var reference = formula.Reference;
        return new Computation(
            formula.InWords(),
            formula.CautionText(),
            reference?.SourceText() ?? "",
            area.DisplayName(),
            table.Year.MonthSpan(table.PublishedMonths),
            Words.WithUnit(table.Of(area).CumulativeAt(last), table.Metric),
            [
                .. table.Published.Select(t => new ComputationPart(
                    t.Metric.FullName(),
                    Words.WithUnit(t.Of(area).CumulativeAt(last), t.Metric),
                    Months(t, area, last),
                    $"/metrics/{t.Metric.Key}?fy={t.Year}&area={area.Code}")),
                .. reference is null ? [] : new[] { Divisor(reference, area) },
            ]);
    }

    private static ComputationPart Divisor(ReferenceTable reference, Area area) =>
        new(reference.DisplayName(), Words.Count(reference.Of(area)) + (UiLanguage.IsEnglish ? "" : reference.About.Unit), [], "/extracts/reference.csv");

    // The printed total where it is that of the same months, otherwise each month.
    private static IReadOnlyList<Tab> Months(MetricYear table, Area area, int last)
    {
        return table.HasCumulative && last == table.PublishedMonths - 1
            ? [Place(table.Year.MonthSpan(last + 1), null)]
            : [.. table.Year.Months.Take(last + 1).Select(m => Place(m.MonthName(), m))];

        Tab Place(string name, YearMonth? month) => new(name, ProvenanceLink.To(table.Metric.Key, table.MainPart, area, table.Year, month), false);
    }
}

/// <summary>One of the two figures.</summary>
/// <param name="Places">Where the published page prints it.</param>
/// <param name="Href">The page with the figure.</param>
public sealed record ComputationPart(string Name, string Value, IReadOnlyList<Tab> Places, string Href);
