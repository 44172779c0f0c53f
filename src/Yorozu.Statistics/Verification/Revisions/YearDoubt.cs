using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Detects a page with the figures of another year under the wrong title.</summary>
public static class YearDoubt
{
    /// <summary>How many years before its own a page is compared with.</summary>
    public const int MaxYears = 3;

    private const int MinCount = 20;
    private const int MinCells = 24;
    private const double Share = 0.9;

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
