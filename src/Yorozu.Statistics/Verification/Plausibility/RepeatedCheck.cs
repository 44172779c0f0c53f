using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>
/// A month does not repeat the month before, a prefecture does not repeat its own month before in every table, and a table
/// does not repeat another: no sum notices a copy.
/// </summary>
/// <remarks>
/// <para>
/// Counts under 20 are often equal by chance and are not compared. A month or a table repeats another when nine in ten of at
/// least ten prefectures' counts are equal, a prefecture when all of at least three are. A new month is compared with the month before as
/// the page has it and as it was published: they differ when the two months have changed places.
/// </para>
/// <para>
/// Where fewer than ten counts are that large, all that are not zero are compared: the month repeats the one before when every one is
/// equal and, as often as they were equal from month to month before, that happens once in ten thousand months. A month of which that
/// cannot be said, whatever it has, has no result.
/// </para>
/// </remarks>
internal static class RepeatedCheck
{
    private const long SmallCount = 20;
    private const int MinCounts = 10;
    private const double MinShare = 0.9;
    private const int MinCountsOfPrefecture = 3;
    private const double MaxChance = 0.0001;
    private const int UsualMonths = 12;

    public static IEnumerable<CheckResult> Run(IReadOnlyList<TableFigures> tables, FigureHistory history)
    {
        List<Columns> columns = [.. tables.SelectMany(figures => figures.Table.Parts.Select(part => new Columns(figures, part, history)))];
        // Parts beside their total would count a table twice.
        List<Columns> totals = [.. columns.Where(c => c.Part == MetricPart.MainOf(c.Figures.Table.Parts))];
        return columns.SelectMany(Months).Concat(Rows(totals)).Concat(columns.SelectMany((c, i) => Table(c, columns.Take(i))));
    }

    private static IEnumerable<CheckResult> Months(Columns columns)
    {
        foreach (var month in columns.Figures.Table.Months)
        {
            long?[]?[] before = [columns[month.AddMonths(-1)], columns.IsNew(month) ? columns.PublishedBefore(month) : null];
            var likeness = before.Select(b => default(Likeness).With(columns[month], b)).MaxBy(l => l.Counts >= MinCounts ? l.Share : -1);
            if (likeness.Counts >= MinCounts) yield return Result(columns, Area.Nation, month, likeness.Share < MinShare);
            else if (columns.UsualLikeness(month) is { } usual)
            {
                var small = before.Select(b => default(Likeness).With(columns[month], b, 1)).MaxBy(l => l.Counts == 0 ? -1 : l.Share);
                if (Math.Pow(usual, small.Counts) <= MaxChance) yield return Result(columns, Area.Nation, month, small.Equal < small.Counts);
            }
        }
    }

    private static IEnumerable<CheckResult> Rows(List<Columns> totals)
    {
        foreach (var month in totals.SelectMany(t => t.Figures.Table.Months).Distinct())
        {
            var shown = totals.FindAll(t => t.Figures.Table.Months.Contains(month));
            List<(long?[]? Now, long?[]? Before)> pairs = shown.ConvertAll(t => (t[month], t[month.AddMonths(-1)]));
            for (var prefecture = 0; prefecture < Area.All.Count - 1; prefecture++)
            {
                var (likeness, compared) = (default(Likeness), shown[0]);
                for (var i = 0; i < pairs.Count; i++)
                {
                    if (likeness.Counts == 0) compared = shown[i];
                    likeness = likeness.With(pairs[i].Now?[prefecture], pairs[i].Before?[prefecture]);
                }

                if (likeness.Counts >= MinCountsOfPrefecture) yield return Result(compared, Area.All[prefecture + 1], month, likeness.Share < 1);
            }
        }
    }

    // Without another table of the same months with counts to compare there is nothing to say.
    private static IEnumerable<CheckResult> Table(Columns columns, IEnumerable<Columns> earlier)
    {
        var table = columns.Figures.Table;
        var compared = earlier.Where(c => c.Figures != columns.Figures)
            .Select(c => (Columns: c, Repeats: columns.Repeats(c)))
            .Where(c => c.Repeats is not null)
            .ToList();
        if (compared.Count == 0) yield break;
        var repeated = compared.Find(c => c.Repeats == true).Columns;
        yield return new CheckResult(
            CheckKind.Repeated, repeated is null, table.Metric.Key, columns.Part, Area.Nation, null, columns.Sum, repeated?.Sum, table.Position)
        {
            Heading = repeated?.Figures.Table.Heading,
        };
    }

    private static CheckResult Result(Columns columns, Area area, YearMonth month, bool passed)
    {
        var cell = columns.Figures.Cell(columns.Part, area, month);
        return new CheckResult(
            CheckKind.Repeated,
            passed,
            columns.Figures.Table.Metric.Key,
            columns.Part,
            area,
            month,
            cell.Figure.Count,
            columns.At(area, month.AddMonths(-1)),
            cell.Position);
    }

    /// <summary>The prefectures' counts of a table and part by month, and those of the months before from the history.</summary>
    private sealed class Columns
    {
        private readonly Dictionary<YearMonth, long?[]> _counts = [];
        private readonly FigureHistory _history;

        public Columns(TableFigures figures, string part, FigureHistory history)
        {
            (Figures, Part, _history) = (figures, part, history);
            foreach (var month in figures.Table.Months) _counts[month] = figures.Counts(part, month);
            foreach (var month in figures.Table.Months.Where(m => !_counts.ContainsKey(m.AddMonths(-1))).ToList())
            {
                _counts[month.AddMonths(-1)] = PublishedBefore(month);
            }
        }

        public TableFigures Figures { get; }

        public string Part { get; }

        /// <summary>The sum of the 合計 row over the months.</summary>
        public long? Sum => Figures.Table.Months.Sum(month => Figures.Cell(Part, Area.Nation, month).Figure.Count);

        public long?[]? this[YearMonth month] => _counts.GetValueOrDefault(month);

        public long? At(Area area, YearMonth month)
        {
            if (!area.IsNation) return this[month]?[area.Number - 1];
            return Figures.Table.Months.Contains(month)
                ? Figures.Cell(Part, area, month).Figure.Count
                : _history.At(Figures.Table.Metric.Key, Part, area, month)?.Count;
        }

        /// <summary>True when the nation's figure of a month was not published before.</summary>
        public bool IsNew(YearMonth month) => _history.At(Figures.Table.Metric.Key, Part, Area.Nation, month) is not { IsPublished: true };

        /// <summary>The counts of the month before as they were published.</summary>
        public long?[] PublishedBefore(YearMonth month) => Published(month.AddMonths(-1));

        /// <summary>The share of counts that were equal from month to month in the year before, one more being counted as equal and one as not.</summary>
        public double? UsualLikeness(YearMonth month)
        {
            var likeness = default(Likeness);
            for (var back = 1; back <= UsualMonths; back++)
            {
                likeness = likeness.With(At(month.AddMonths(-back)), At(month.AddMonths(-back - 1)), 1);
            }

            return likeness.Counts == 0 ? null : (likeness.Equal + 1.0) / (likeness.Counts + 2);

            long?[] At(YearMonth at) => this[at] ?? Published(at);
        }

        private long?[] Published(YearMonth month) => [.. Area.All.Skip(1).Select(area => _history.At(Figures.Table.Metric.Key, Part, area, month)?.Count)];

        /// <summary>Null when too few counts can be compared.</summary>
        public bool? Repeats(Columns other)
        {
            var months = Figures.Table.Months;
            if (!months.SequenceEqual(other.Figures.Table.Months)) return null;
            var (likeness, tolerated) = (default(Likeness), (1 - MinShare) * months.Count * Prefecture.All.Count);
            foreach (var month in months)
            {
                likeness = likeness.With(this[month], other[month]);
                if (likeness.Counts >= MinCounts && likeness.Counts - likeness.Equal > tolerated) return false;
            }

            return likeness.Counts >= MinCounts ? likeness.Share >= MinShare : null;
        }
    }

    /// <summary>The pairs of published counts that are not both small, and the equal ones among them.</summary>
    private readonly record struct Likeness(int Counts, int Equal)
    {
        public double Share => (double)Equal / Counts;

        /// <summary>With more pairs, those of smaller counts left out.</summary>
        public Likeness With(ReadOnlySpan<long?> counts, ReadOnlySpan<long?> others, long least = SmallCount)
        {
            if (counts.IsEmpty || others.IsEmpty) return this;
            var (compared, equal) = (Counts, Equal);
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] is not { } count || others[i] is not { } other || (count < least && other < least)) continue;
                compared++;
                if (count == other) equal++;
            }

            return new Likeness(compared, equal);
        }

        public Likeness With(long? count, long? other) => With([count], [other]);
    }
}
