using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Sums;

/// <summary>The months of each row add up to its 累計値.</summary>
internal static class CumulativeCheck
{
    public static IEnumerable<Finding> Run(TableFigures figures, FigureHistory history)
    {
        foreach (var published in figures.Table.Cumulatives)
        {
            var row = figures.Row(published.Part, published.Area).ToList();
            var counts = row.Where(o => o.Figure.IsPublished).Select(o => o.Figure.Count!.Value).ToList();
            // A row that has neither a month nor a 累計値 says nothing that could be checked.
            if (counts.Count == 0 && !published.Figure.IsPublished) continue;

            var expected = counts.Sum();
            var holds = published.Figure.Count == expected;
            var metric = figures.Table.Metric.Key;
            yield return new Finding(
                FindingKind.Cumulative, holds, metric, published.Part, published.Area, null, published.Figure.Count, expected, published.Position)
            {
                FirstDeparture = holds ? null : FirstDeparture(metric, row, history),
            };
        }
    }

    // A month that was blank and now has a figure is new: it departs from nothing.
    private static YearMonth? FirstDeparture(string metric, IEnumerable<Observation> row, FigureHistory history) => row
        .Where(o => history.At(metric, o.Part, o.Area, o.Month) is { IsPublished: true } before && before != o.Figure)
        .Select(o => (YearMonth?)o.Month)
        .FirstOrDefault();
}
