using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>The national figure of a page's newest month beside what it is judged by.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Cell">The cell of the page's as-of month; null where the page does not print it.</param>
/// <param name="Now">Its figure.</param>
/// <param name="MonthBefore">That of the month before, of the page or as published before it.</param>
/// <param name="YearBefore">That of the same month of the fiscal year before, as published before the page.</param>
/// <param name="Usual">The least and the greatest usual count; null with fewer than six other months within two years.</param>
/// <remarks>
/// The usual range of the 合計 row follows from its own months alone: how the prefectures move together is what it has to judge.
/// Where the same months of the year before are published, so that the seasons are known, it is that of the change on the year in
/// ln(count + 1), else that of ln(count + 1) itself, over two years. What is usual is the median of the three months before, the spread
/// that of every month around the median of its own three months before, 1.4826 × the median absolute deviation, plus the variance of
/// overdispersed counts; the range is as wide as that of a prefecture (<see cref="PlausibleCheck"/>).
/// </remarks>
public sealed record NationalFigure(
    Metric Metric, Observation? Cell, Figure Now, Figure MonthBefore, Figure YearBefore, (long Lower, long Upper)? Usual)
{
    private const int NearestMonths = 3;
    private const int MinMonths = 6;
    private const int HistoryMonths = 24;

    /// <summary>True when the figure lies outside its usual range.</summary>
    public bool IsUnusual => Now.Count is { } count && Usual is { } usual && (count < usual.Lower || count > usual.Upper);

    /// <summary>The figure outside its usual range as a failed check; null when it is none. Not one of those of the page, which judge prefectures.</summary>
    public CheckResult? Warning => IsUnusual && Cell is { } cell && Usual is { } usual
        ? new CheckResult(
            CheckKind.Plausible, false, Metric.Key, cell.Part, cell.Area, cell.Month, Now.Count, CentreOf(usual), cell.Position)
        { Limits = usual }
        : null;

    /// <summary>The figures of all metrics of a page, of a table with parts that of the main one, in printed order.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="history">The figures published before it.</param>
    public static IReadOnlyList<NationalFigure> Of(PublishedPage page, FigureHistory history) =>
        [.. page.Tables.Select(table => Of(table, page.AsOf, history))];

    private static NationalFigure Of(PublishedTable table, YearMonth month, FigureHistory history)
    {
        var part = MetricPart.MainOf(table.Parts);
        var printed = table.Observations.Where(o => o.Part == part && o.Area.IsNation).ToDictionary(o => o.Month);
        Figure At(YearMonth at) => printed.TryGetValue(at, out var cell) ? cell.Figure : history.At(table.Metric.Key, part, Area.Nation, at) ?? default;
        double? Logarithm(YearMonth at) => At(at).Count is { } count ? Math.Log(count + 1) : null;
        var months = Enumerable.Range(1, HistoryMonths).Select(i => month.AddMonths(-i)).Reverse().ToList();
        double[] counts = [.. months.Select(Logarithm).OfType<double>()];
        double[] growth = [.. months.Select(m => Logarithm(m) - Logarithm(m.AddMonths(-12))).OfType<double>()];
        var yearBefore = Logarithm(month.AddMonths(-12));
        return new NationalFigure(
            table.Metric,
            // The page's own, never what was published before.
            printed.GetValueOrDefault(month),
            printed.GetValueOrDefault(month)?.Figure ?? default,
            At(month.AddMonths(-1)),
            At(month.AddMonths(-12)),
            yearBefore is { } known && growth.Length >= MinMonths ? UsualOf(growth, known) : UsualOf(counts, 0));
    }

    private static long CentreOf((long Lower, long Upper) usual) => (long)Math.Round(Math.Sqrt((usual.Lower + 1.0) * (usual.Upper + 1.0)) - 1);

    /// <summary>The usual range after values in time order, which are changes from one that is known, or from nothing.</summary>
    private static (long Lower, long Upper)? UsualOf(double[] before, double from)
    {
        if (before.Length < MinMonths) return null;
        var middle = Math.Max(0, from + Level(before.Length));
        var spread = Robust.Spread([.. Enumerable.Range(1, before.Length - 1).Select(i => before[i] - Level(i))]);
        return new UsualCount(middle, Math.Sqrt((spread * spread) + UsualCounts.VarianceOfCount(middle))).Within(PlausibleCheck.Far);

        double Level(int end) => Robust.Median([.. before[Math.Max(0, end - NearestMonths)..end]]);
    }
}
