using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>A figure published before is unchanged. The only definition of a revision.</summary>
internal static class RevisionCheck
{
    public static IEnumerable<CheckResult> Run(PublishedTable table, FiscalYear year, FigureHistory history)
    {
        // A month that was blank and now has a figure is new, not revised.
        var before = history
            .Cells(table.Metric.Key, year)
            .Where(c => table.Months.Contains(c.Month))
            .ToDictionary(c => (c.Part, c.Area, c.Month), c => c.Figure);
        foreach (var cell in table.Observations)
        {
            if (before.Remove((cell.Part, cell.Area, cell.Month), out var figure))
            {
                yield return Compare(table, cell.Part, cell.Area, cell.Month, cell.Figure, figure, cell.Position);
            }
        }

        // A missing part has no cell, but its figures count as withdrawn. A month without a column is not compared.
        foreach (var ((part, area, month), figure) in before) yield return Compare(table, part, area, month, Figure.NotPublished, figure, table.Position);
    }

    private static CheckResult Compare(PublishedTable table, string part, Area area, YearMonth month, Figure now, Figure before, SourcePosition position) =>
        new(CheckKind.Revision, now == before, table.Metric.Key, part, area, month, now.Count, before.Count, position);
}
