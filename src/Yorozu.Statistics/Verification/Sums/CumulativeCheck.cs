using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Sums;

/// <summary>The months of each row add up to its 累計値, including earlier months that only earlier releases have.</summary>
internal static class CumulativeCheck
{
    public static IEnumerable<CheckResult> Run(TableFigures figures, FiscalYear year, FigureHistory history)
    {
        var earlier = year.Months.TakeWhile(m => m < figures.Table.Months[0]).ToList();
        var startsHere = earlier.Count == 0 || CountsOnlyItsMonths(figures);
        foreach (var published in figures.Table.Cumulatives)
        {
            var row = figures.Row(published.Part, published.Area);
            // A row with neither a month nor a 累計値 has nothing to check.
            if (!published.Figure.IsPublished && !row.Any(o => o.Figure.IsPublished)) continue;

            // The sum is unknown when no release has printed one of its months.
            if ((startsHere ? 0 : Before(figures, published, earlier, history)) is not { } before) continue;
            var expected = before + row.Sum(o => o.Figure.Count ?? 0);
            var passed = published.Figure.Count == expected;
            var metric = figures.Table.Metric.Key;
            yield return new CheckResult(
                CheckKind.Cumulative, passed, metric, published.Part, published.Area, null, published.Figure.Count, expected, published.Position)
            {
                FirstDeparture = passed ? null : FirstDeparture(metric, row, history),
            };
        }
    }

    /// <summary>True for a metric that began during the year, as most of its rows show.</summary>
    private static bool CountsOnlyItsMonths(TableFigures figures)
    {
        var rows = figures.Table.Cumulatives.Where(c => c.Figure.Count > 0).ToList();
        return rows.Count(c => figures.Row(c.Part, c.Area).Sum(o => o.Figure.Count ?? 0) == c.Figure.Count) * 2 > rows.Count;
    }

    private static long? Before(TableFigures figures, PublishedCumulative row, List<YearMonth> months, FigureHistory history)
    {
        long? sum = 0;
        foreach (var part in figures.PartsOf(row.Part))
        {
            foreach (var month in months) sum += history.At(figures.Table.Metric.Key, part, row.Area, month) is { } figure ? figure.Count ?? 0 : null;
        }

        return sum;
    }

    // A month that was blank and now has a figure is new, not a difference.
    private static YearMonth? FirstDeparture(string metric, IEnumerable<Observation> row, FigureHistory history) => row
        .Where(o => history.At(metric, o.Part, o.Area, o.Month) is { IsPublished: true } before && before != o.Figure)
        .Select(o => (YearMonth?)o.Month)
        .FirstOrDefault();
}
