using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Verification.Results;

/// <summary>
/// The figures that were current before a release, by metric, part and area. Verification compares a new page only with
/// these.
/// </summary>
public sealed class FigureHistory
{
    private readonly Dictionary<(string MetricKey, string Part, Area Area), SortedList<YearMonth, Figure>> _series = [];

    /// <summary>An empty history.</summary>
    public static FigureHistory Empty { get; } = new();

    /// <summary>The tables of the release before in the same fiscal year, in their order; empty without one.</summary>
    public IReadOnlyList<(string MetricKey, string Heading)> TablesBefore { get; init; } = [];

    /// <summary>The as-of month of the release before, of any fiscal year; null without one within three years.</summary>
    public YearMonth? AsOfBefore { get; init; }

    /// <summary>The tables of that release, in their order.</summary>
    public IReadOnlyList<(string MetricKey, string Heading)> TablesOfReleaseBefore { get; init; } = [];

    /// <summary>The headings of the tables of that release that a page lacks.</summary>
    public IReadOnlyList<string> TablesMissingIn(PublishedPage page)
    {
        var keys = page.Tables.Select(t => t.Metric.Key).ToHashSet();
        return [.. TablesOfReleaseBefore.Where(t => !keys.Contains(t.MetricKey)).Select(t => t.Heading)];
    }

    /// <summary>The fiscal years with figures of the page's metrics, of its own and the years before.</summary>
    public IReadOnlyList<FiscalYear> Years { get; init; } = [];

    /// <summary>Adds figures of a series; of two of one month the last holds.</summary>
    public void Add(string metricKey, string part, Area area, IEnumerable<(YearMonth Month, Figure Figure)> figures)
    {
        if (!_series.TryGetValue((metricKey, part, area), out var series)) _series[(metricKey, part, area)] = series = [];
        foreach (var (month, figure) in figures) series[month] = figure;
    }

    /// <summary>The figure of a cell, or null when no release had it.</summary>
    public Figure? At(string metricKey, string part, Area area, YearMonth month) =>
        _series.TryGetValue((metricKey, part, area), out var series) && series.TryGetValue(month, out var figure) ? figure : null;

    /// <summary>The published counts of a series, in time order.</summary>
    public IEnumerable<KeyValuePair<YearMonth, long>> Counts(string metricKey, string part, Area area) =>
        _series.TryGetValue((metricKey, part, area), out var series)
            ? series.Where(m => m.Value.IsPublished).Select(m => KeyValuePair.Create(m.Key, m.Value.Count!.Value))
            : [];

    /// <summary>Every published cell of a metric in the months of this fiscal year.</summary>
    public IEnumerable<(string Part, Area Area, YearMonth Month, Figure Figure)> Cells(string metricKey, FiscalYear year) =>
        from series in _series
        where series.Key.MetricKey == metricKey
        from cell in series.Value
        where cell.Key.FiscalYear == year && cell.Value.IsPublished
        select (series.Key.Part, series.Key.Area, cell.Key, cell.Value);
}
