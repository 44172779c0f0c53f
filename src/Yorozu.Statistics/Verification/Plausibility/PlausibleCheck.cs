using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>
/// A month lies within the range of its own history, given how the other prefectures moved that month.
/// </summary>
/// <remarks>
/// <para>
/// <b>Method.</b> On ln(count + 1), the movement of the month (<see cref="MonthMovement"/>: Tukey's median polish) is taken
/// off, and what is usual is the median of the row's three nearest other months, of this page or published within two
/// years of it. The spread is 1.4826 × the median absolute deviation (Hampel, "The influence curve and its role in robust
/// estimation", JASA 69, 1974; Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993), half the row's own and
/// half the table's, wider in a month in which the prefectures lie further apart, plus the variance of overdispersed
/// counts (McCullagh and Nelder, Generalized Linear Models, 1989, ch. 6). A count fails at 2.25 spreads; and from 1.25 on
/// when exchanging two neighbouring digits would bring it within 0.75, for then a slip explains it better than chance; and
/// from 1.75 on when half or double the count lies within 0.5.
/// </para>
/// <para>
/// <b>Enough history</b> is six other months of the row, in a month that 24 prefectures have published; with less there is
/// no result. A difference under 50 is small and always passes.
/// </para>
/// <para>
/// <b>Measured on FY2021</b>, whose sums all pass, so that every warning counts as false: 23 of 2,256 cells (1.0 %); 19 of
/// 1,128 (1.7 %) when each month from October on is checked as the newest. Of all errors that one slip can make of the
/// 1,116 counts over 100 it finds: a digit dropped 95 %, added 99.9 %, the two leading digits transposed 80 %, together
/// 9.2 of 10 (as the newest month 94, 99.6 and 77 %: 9.0 of 10). Any two neighbouring digits transposed: 40 %, together
/// 7.8 of 10; of those that move the count by a quarter or more 75 %, together 9.0 of 10.
/// </para>
/// <para>
/// Of 1,000 newest figures halved it finds 69 %, doubled 67 % (56 and 52 % without the rule for them, which brought the
/// warnings from 21 to 23 and from 16 to 19); of 1,000 pairs of prefectures exchanged 57 %. The shares above and the bounds
/// below were measured without that rule.
/// </para>
/// <para>
/// <b>What it cannot see.</b> Three in ten transpositions move a count by less than a tenth (1,827 to 1,872), and nearly
/// half the true counts lie further than that from what is usual. The sums see those: one misprinted cell always breaks
/// its 合計 and its 累計値.
/// </para>
/// <para>
/// <b>Why these bounds.</b> At 2.0, 2.25, 2.5 and 3.0 spreads there are 28, 21, 19 and 13 warnings, and 92.3, 91.7, 91.1
/// and 89.7 % of errors found; 2.25 is the widest that still finds 9 of 10 in a newest month. Without the exchange of
/// digits there are 12 and 86.5 %, or, narrowed to 1.75 spreads, 35 and 89.8 %. The bounds were chosen on the year
/// they are measured on, the only whole one there is; moving any one by a fifth gives 17 to 39 warnings and 90 to 93 %.
/// </para>
/// </remarks>
internal static class PlausibleCheck
{
    /// <summary>The half width of the usual range, in spreads.</summary>
    internal const double Far = 2.25;

    private const double Apart = 1.25;
    private const double Near = 0.75;
    private const double ApartIfTwofold = 1.75;
    private const double NearIfTwofold = 0.5;
    private const long SmallDifference = 50;

    public static IEnumerable<CheckResult> Run(PublishedTable table, FigureHistory history)
    {
        foreach (var part in table.Parts)
        {
            var grid = new LogCountGrid(table, part, history);
            var usualCounts = new UsualCounts(grid);
            foreach (var cell in table.Observations)
            {
                // The 合計 row has no neighbours to move with, and is checked by its sum.
                if (cell.Part != part || cell.Area.IsNation || cell.Figure.Count is not { } count) continue;
                var (row, column) = grid.Place(cell.Area, cell.Month);
                if (usualCounts.At(row, column) is not { } usual) continue;
                var passed = IsPlausible(count, usual);
                yield return new CheckResult(
                    CheckKind.Plausible, passed, table.Metric.Key, part, cell.Area, cell.Month, count, usual.Count, cell.Position)
                {
                    Limits = passed ? null : Limits(usual),
                };
            }
        }
    }

    private static bool IsPlausible(long count, UsualCount usual)
    {
        if (Math.Abs(count - usual.Count) < SmallDifference) return true;
        var distance = usual.Distance(count);
        if (distance > ApartIfTwofold && (usual.Distance(count * 2) < NearIfTwofold || usual.Distance(count / 2) < NearIfTwofold)) return false;
        return distance <= Far && (distance <= Apart || !IsDigitExchange(count, usual));
    }

    private static bool IsDigitExchange(long count, UsualCount usual) => DigitExchanges(count).Any(other => usual.Distance(other) < Near);

    private static (long Lower, long Upper) Limits(UsualCount usual)
    {
        var (lower, upper) = usual.Within(Far);
        return (Math.Min(lower, Math.Max(0, usual.Count - SmallDifference + 1)), Math.Max(upper, usual.Count + SmallDifference - 1));
    }

    /// <summary>The counts of the same length that result from swapping two adjacent digits: 1,827 for 1,872.</summary>
    private static IEnumerable<long> DigitExchanges(long count)
    {
        for (long place = 1; place * 10 <= count; place *= 10)
        {
            var (high, low) = (count / (place * 10) % 10, count / place % 10);
            if (high != low && (low != 0 || place * 100 <= count)) yield return count + ((low - high) * 9 * place);
        }
    }
}
