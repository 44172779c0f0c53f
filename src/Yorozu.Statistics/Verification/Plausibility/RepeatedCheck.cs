using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>
/// A month does not repeat the month before, a prefecture does not repeat its own month before in every table, and a table
/// does not repeat another: no sum notices a copy.
/// </summary>
/// <remarks>
/// Counts under 20 are often equal by chance and are not compared. A month or a table repeats another when nine in ten of at
/// least ten prefectures' counts are equal, a prefecture when all of at least three are.
/// </remarks>
internal static class RepeatedCheck
{
    private const long SmallCount = 20;
    private const int MinCounts = 10;
    private const double MinShare = 0.9;
    private const int MinCountsOfPrefecture = 3;

    private static readonly IReadOnlyList<Area> Prefectures = [.. Area.All.Where(a => !a.IsNation)];

    public static IEnumerable<CheckResult> Run(IReadOnlyList<TableFigures> tables, FigureHistory history) =>
        Months(tables, history).Concat(Rows(tables, history)).Concat(Tables(tables));

    private static IEnumerable<CheckResult> Months(IReadOnlyList<TableFigures> tables, FigureHistory history) =>
        from figures in tables
        from part in figures.Table.Parts
        from month in figures.Table.Months
        let likeness = Likeness.Of(Prefectures.Select(a => (At(figures, part, a, month, history), At(figures, part, a, month.AddMonths(-1), history))))
        where likeness.Counts >= MinCounts
        select Result(figures, part, Area.Nation, month, likeness.Share < MinShare, history);

    private static IEnumerable<CheckResult> Rows(IReadOnlyList<TableFigures> tables, FigureHistory history) =>
        from month in tables.SelectMany(t => t.Table.Months).Distinct()
        // The last part is the total: parts beside it would count a table twice.
        let columns = tables.Where(t => t.Table.Months.Contains(month)).Select(t => (Figures: t, Part: t.Table.Parts[^1])).ToList()
        from area in Prefectures
        let likeness = Likeness.Of(columns.Select(c => (At(c.Figures, c.Part, area, month, history), At(c.Figures, c.Part, area, month.AddMonths(-1), history))))
        where likeness.Counts >= MinCountsOfPrefecture
        select Result(columns[0].Figures, columns[0].Part, area, month, likeness.Share < 1, history);

    private static IEnumerable<CheckResult> Tables(IReadOnlyList<TableFigures> tables)
    {
        var columns = (
            from figures in tables
            from part in figures.Table.Parts
            select (Figures: figures, Part: part, Counts: figures.Table.Observations.Where(o => o.Part == part && !o.Area.IsNation).ToArray())).ToList();
        foreach (var (column, index) in columns.Select((c, i) => (c, i)))
        {
            var repeated = columns.Take(index).FirstOrDefault(c => c.Figures != column.Figures && IsCopy(c.Counts, column.Counts)).Figures;
            var sum = SumOf(column.Figures, column.Part);
            yield return new CheckResult(
                CheckKind.Repeated,
                repeated is null,
                column.Figures.Table.Metric.Key,
                column.Part,
                Area.Nation,
                null,
                sum,
                repeated is null ? null : SumOf(repeated, repeated.Table.Parts[^1]),
                column.Figures.Table.Position)
            {
                Heading = repeated?.Table.Heading,
            };
        }
    }

    private static bool IsCopy(Observation[] one, Observation[] other)
    {
        if (one.Length != other.Length) return false;
        var likeness = Likeness.Of(one.Zip(other, (a, b) => (a.Figure.Count, a.Area == b.Area && a.Month == b.Month ? b.Figure.Count : null)));
        return likeness.Counts >= MinCounts && likeness.Share >= MinShare;
    }

    private static CheckResult Result(TableFigures figures, string part, Area area, YearMonth month, bool passed, FigureHistory history)
    {
        var cell = figures.Cell(part, area, month);
        var before = At(figures, part, area, month.AddMonths(-1), history);
        return new CheckResult(CheckKind.Repeated, passed, figures.Table.Metric.Key, part, area, month, cell.Figure.Count, before, cell.Position);
    }

    private static long? At(TableFigures figures, string part, Area area, YearMonth month, FigureHistory history) =>
        figures.Table.Months.Contains(month)
            ? figures.Cell(part, area, month).Figure.Count
            : history.At(figures.Table.Metric.Key, part, area, month)?.Count;

    private static long? SumOf(TableFigures figures, string part) =>
        figures.Table.Observations.Where(o => o.Part == part && o.Area.IsNation).Sum(o => o.Figure.Count);

    /// <summary>The pairs of published counts that are not both small, and the share of equal ones.</summary>
    private readonly record struct Likeness(int Counts, double Share)
    {
        public static Likeness Of(IEnumerable<(long? One, long? Other)> pairs)
        {
            var (counts, equal) = (0, 0);
            foreach (var (one, other) in pairs)
            {
                if (one is null || other is null || (one < SmallCount && other < SmallCount)) continue;
                counts++;
                if (one == other) equal++;
            }

            return new Likeness(counts, counts == 0 ? 0 : (double)equal / counts);
        }
    }
}
