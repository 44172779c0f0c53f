namespace Yorozu.Statistics.Verification;

/// <summary>A figure published before is unchanged.</summary>
internal static class RevisionCheck
{
    public static IEnumerable<Finding> Run(PublishedTable table, FigureHistory history)
    {
        foreach (var cell in table.Observations)
        {
            // A month that was blank and now has a figure is new, not revised.
            if (history.At(table.Metric.Key, cell.Part, cell.Area, cell.Month) is not { IsPublished: true } before) continue;
            yield return new Finding(
                FindingKind.Revision, cell.Figure == before, table.Metric.Key, cell.Part, cell.Area, cell.Month, cell.Figure.Count, before.Count, cell.Position);
        }
    }
}
