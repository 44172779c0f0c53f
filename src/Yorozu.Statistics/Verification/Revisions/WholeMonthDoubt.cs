using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Detects months of a table that are wrong as a whole: nearly every figure published before has changed, or all are zero.</summary>
/// <remarks>Fewer than ten counts may all change or be zero by chance.</remarks>
public static class WholeMonthDoubt
{
    private const int MinCounts = 10;
    private const double MinShareChanged = 0.9;
    private const long SmallCount = 20;

    /// <summary>The months of which nine in ten prefectures' figures have changed, zeros that stayed left aside.</summary>
    /// <param name="table">A table as read.</param>
    /// <param name="revisions">Its checks of revision.</param>
    public static IReadOnlyList<YearMonth> MostChanged(PublishedTable table, IEnumerable<CheckResult> revisions)
    {
        var part = MetricPart.MainOf(table.Parts);
        return
        [
            .. from cell in revisions
               where cell.Part == part && !cell.Area.IsNation && cell is not { Published: 0, Expected: 0 }
               group cell by cell.Month!.Value into month
               where month.Count() >= MinCounts && month.Count(c => !c.Passed) >= MinShareChanged * month.Count()
               orderby month.Key
               select month.Key,
        ];
    }

    /// <summary>The months with nothing but zeros that were not published so, of a metric whose national figure reached 20 at some time.</summary>
    /// <param name="table">A table as read.</param>
    /// <param name="history">The figures published before.</param>
    public static IReadOnlyList<YearMonth> AllZero(PublishedTable table, FigureHistory history)
    {
        var part = MetricPart.MainOf(table.Parts);
        var published = table.Observations.Where(o => o.Part == part && o.Figure.IsPublished).ToLookup(o => o.Area.IsNation);
        var largest = published[true].Select(o => o.Figure.Count!.Value)
            .Concat(history.Counts(table.Metric.Key, part, Area.Nation).Select(c => c.Value))
            .DefaultIfEmpty()
            .Max();
        if (largest < SmallCount) return [];
        return
        [
            .. from cell in published[false]
               group cell by cell.Month into month
               where month.Count() >= MinCounts && month.All(c => c.Figure.Count == 0)
               where history.At(table.Metric.Key, part, Area.Nation, month.Key)?.Count != 0
               orderby month.Key
               select month.Key,
        ];
    }
}
