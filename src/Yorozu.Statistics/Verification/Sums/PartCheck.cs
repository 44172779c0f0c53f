using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Sums;

/// <summary>The sub-columns of a month (トレーニー, 出向者) add up to the one that is headed 合計, without those that others include (うち…).</summary>
internal static class PartCheck
{
    public static IEnumerable<CheckResult> Run(TableFigures figures)
    {
        var table = figures.Table;
        var addends = table.Parts.Where(p => !MetricPart.IsTotal(p) && !MetricPart.IsOfWhich(p)).ToList();
        if (addends.Count == 0 || table.Parts.Where(MetricPart.IsTotal).ToList() is not [var totalName]) yield break;

        foreach (var area in Area.All)
        {
            foreach (var month in table.Months)
            {
                var total = figures.Cell(totalName, area, month);
                var parts = addends.Select(p => figures.Cell(p, area, month).Figure).ToList();
                if (!total.Figure.IsPublished && !parts.Exists(p => p.IsPublished)) continue;

                var expected = parts.Sum(p => p.Count ?? 0);
                yield return new CheckResult(
                    CheckKind.Part, total.Figure.Count == expected, table.Metric.Key, totalName, area, month, total.Figure.Count, expected, total.Position);
            }
        }
    }
}
