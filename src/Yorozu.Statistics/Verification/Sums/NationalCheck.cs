using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Sums;

/// <summary>The 47 prefectures add up to the 合計 row, month by month and for 累計値.</summary>
internal static class NationalCheck
{
    public static IEnumerable<CheckResult> Run(TableFigures figures)
    {
        // One 累計値 for all parts is a column of its own.
        var cumulatives = figures.Table.Cumulatives.Select(c => c.Part).Distinct().ToList();
        foreach (var part in figures.Table.Parts.Union(cumulatives))
        {
            foreach (var month in figures.Table.Parts.Contains(part) ? figures.Table.Months : [])
            {
                var nation = figures.Cell(part, Area.Nation, month);
                if (Check(figures, part, month, nation.Figure, nation.Position, figures.Counts(part, month)) is { } result) yield return result;
            }

            if (!cumulatives.Contains(part)) continue;
            var total = figures.Cumulative(part, Area.Nation);
            var totals = Prefecture.All.Select(p => figures.Cumulative(part, Area.Of(p)).Figure.Count);
            if (Check(figures, part, null, total.Figure, total.Position, [.. totals]) is { } sum) yield return sum;
        }
    }

    private static CheckResult? Check(
        TableFigures figures, string part, YearMonth? month, Figure nation, SourcePosition position, long?[] prefectures)
    {
        // A month without any figure has no total to check.
        if (!nation.IsPublished && !Array.Exists(prefectures, c => c.HasValue)) return null;

        var expected = prefectures.Sum(c => c ?? 0);
        return new CheckResult(
            CheckKind.National, nation.Count == expected, figures.Table.Metric.Key, part, Area.Nation, month, nation.Count, expected, position);
    }
}
