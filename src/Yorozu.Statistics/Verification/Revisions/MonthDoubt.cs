using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Detects a page that is not the next one: of a month not over yet, older than another, or with a month skipped before it.</summary>
public static class MonthDoubt
{
    /// <summary>True when the last month with a figure is not over: it is to come, or its figures cannot be whole.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="today">Today in Japan.</param>
    public static bool IsNotOver(PublishedPage page, DateOnly today) => page.AsOf >= new YearMonth(today.Year, today.Month);

    /// <summary>
    /// The months between the release before and the page; empty without a release before it. A page that begins its fiscal year and has
    /// all of it brings the months of the year by itself.
    /// </summary>
    /// <remarks>
    /// So an archive that is imported in order asks nothing, month by month or year by year, and neither does a page that shares no metric
    /// with the releases before (FY2021 and FY2026): it continues no series. A gap in one is asked about however long it is.
    /// </remarks>
    /// <param name="page">The page as read.</param>
    /// <param name="before">The newest as-of month of the standing releases with any metric of the page; null without one.</param>
    public static IReadOnlyList<YearMonth> Skipped(PublishedPage page, YearMonth? before)
    {
        if (before is not { } last || last >= page.AsOf) return [];
        var isWholeYear = page.AsOf == page.FiscalYear.LastMonth && last.FiscalYear != page.FiscalYear;
        var next = isWholeYear ? page.FiscalYear.FirstMonth : page.AsOf;
        return [.. Enumerable.Range(1, Math.Max(0, next.MonthsSince(last) - 1)).Select(last.AddMonths)];
    }
}
