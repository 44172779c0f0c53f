using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Detects a page whose title may name a wrong year.</summary>
public static class YearDoubt
{
    /// <summary>How many years before its own a page is compared with.</summary>
    public const int MaxYears = 3;

    /// <summary>A year further from every year with releases is doubtful.</summary>
    private const int MaxDistance = 2;

    private const int MinCount = 20;
    private const int MinCells = 24;
    private const double Share = 0.9;

    /// <summary>The nearest year with a release when it is too far to support this one; null for a year near one, and in an empty store.</summary>
    /// <param name="year">The year of a page.</param>
    /// <param name="published">The years with releases that have any of its metrics.</param>
    public static FiscalYear? FarFrom(FiscalYear year, IEnumerable<FiscalYear> published)
    {
        var nearest = published.Select(y => (FiscalYear?)y).MinBy(y => Math.Abs(y!.Value.StartYear - year.StartYear));
        return nearest is { } other && !IsNear(other, year) ? other : null;
    }

    /// <summary>True when a year with a release supports another one.</summary>
    public static bool IsNear(FiscalYear published, FiscalYear year) => Math.Abs(published.StartYear - year.StartYear) <= MaxDistance;

    /// <summary>True when nearly all figures that were published for the page's year before have changed: they may be those of another year.</summary>
    /// <param name="results">The checks of the page.</param>
    public static bool IsUnlike(IEnumerable<CheckResult> results)
    {
        // Small counts are often equal by chance.
        var compared = results.Where(r => r.Kind == CheckKind.Revision && (r.Published >= MinCount || r.Expected >= MinCount)).ToList();
        return compared.Count >= MinCells && compared.Count(r => !r.Passed) >= Share * compared.Count;
    }

    /// <summary>The other year with nearly the same figures; null when there is none.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="history">The figures published before, of its own and earlier years.</param>
    public static FiscalYear? Find(PublishedPage page, FigureHistory history)
    {
        for (var years = 1; page.FiscalYear.StartYear - years >= FiscalYear.FirstHeiseiYear && years <= MaxYears; years++)
        {
            var (compared, equal) = (0, 0);
            foreach (var table in page.Tables)
            {
                foreach (var cell in table.Observations.Where(o => o.Figure.Count >= MinCount))
                {
                    if (history.At(table.Metric.Key, cell.Part, cell.Area, cell.Month.AddMonths(-12 * years)) is not { IsPublished: true } before) continue;
                    compared++;
                    if (before == cell.Figure) equal++;
                }
            }

            if (compared >= MinCells && equal >= Share * compared) return new FiscalYear(page.FiscalYear.StartYear - years);
        }

        return null;
    }
}
