using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Queries.Series;

/// <summary>The figures of a metric or ratio for one fiscal year, with their provenance: a current table, or what is computed from such tables.</summary>
public sealed record MetricYear
{
    /// <summary>The metric and year, and what is printed with the figures.</summary>
    public required Coverage Coverage { get; init; }

    public Metric Metric => Coverage.Metric;

    public FiscalYear Year => Coverage.Year;

    /// <summary>The last month with a figure; null when nothing is published yet.</summary>
    public YearMonth? LastMonth => Coverage.LastMonth;

    public string Heading => Coverage.Head.Heading;

    public string Definition => Coverage.Head.Definition;

    public IReadOnlyList<string> Notes => Coverage.Head.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>False when the page prints no 累計値 and only Yorozu's running total exists.</summary>
    public bool HasCumulative => Coverage.Head.HasCumulative;

    /// <summary>Printed names of the sub-columns; one empty name where there are none.</summary>
    public IReadOnlyList<string> Parts => Coverage.Head.Parts;

    public TableSource Source => Coverage.Head.Source;

    /// <summary>The published tables behind the figures: this one, or those that they are computed from.</summary>
    public IReadOnlyList<MetricYear> Published { get => field.Count == 0 ? [this] : field; init; } = [];

    /// <summary>The requested series, in code order.</summary>
    public required IReadOnlyList<MonthlySeries> Series { get; init; }

    /// <summary>The main part: the total, or the last part without one.</summary>
    public string MainPart => MetricPart.MainOf(Parts);

    /// <summary>The number of published months from April.</summary>
    public int PublishedMonths => LastMonth is { } last ? MonthlySeries.IndexOf(last) + 1 : 0;

    /// <summary>True when all twelve months are published.</summary>
    public bool IsWhole => PublishedMonths == 12;

    /// <summary>The series of an area, or null when the query did not ask for it.</summary>
    public MonthlySeries? Of(Area area, string? part = null)
    {
        part ??= MainPart;
        return Series.FirstOrDefault(s => s.Area == area && s.Part == part);
    }

    /// <summary>The main series of the 47 prefectures, in code order.</summary>
    public IEnumerable<MonthlySeries> Prefectures
    {
        get
        {
            var main = MainPart;
            return Series.Where(s => !s.Area.IsNation && s.Part == main);
        }
    }
}
