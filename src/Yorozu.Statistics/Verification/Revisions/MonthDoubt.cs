using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Detects a page that is not the next one: of a month to come, older than another, or with a month skipped before it.</summary>
public static class MonthDoubt
{
    /// <summary>The largest distance from the release before, in months; a page further from it does not continue its series.</summary>
    private const int MaxDistance = 24;

    /// <summary>The same for the page of a whole year, which brings its months by itself.</summary>
    private const int MaxDistanceOfYear = 6;

    /// <summary>True when the last month with a figure has not begun.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="today">Today in Japan.</param>
    public static bool IsToCome(PublishedPage page, DateOnly today) => page.AsOf > new YearMonth(today.Year, today.Month);

    /// <summary>The newest as-of month when that of the page is before it; null when it is not.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="published">The as-of months of the standing releases.</param>
    public static YearMonth? Newer(PublishedPage page, IReadOnlyList<YearMonth> published)
    {
        var newest = published.DefaultIfEmpty().Max();
        return newest > page.AsOf ? newest : null;
    }

    /// <summary>
    /// The months between the release before and the page; empty without one in the two years before (for a whole year half a year),
    /// and for a page older than another.
    /// </summary>
    /// <param name="page">The page as read.</param>
    /// <param name="published">The as-of months of the standing releases.</param>
    public static IReadOnlyList<YearMonth> Skipped(PublishedPage page, IReadOnlyList<YearMonth> published)
    {
        var before = published.DefaultIfEmpty().Max();
        var distance = before == default ? 0 : page.AsOf.MonthsSince(before);
        var max = page.AsOf == page.FiscalYear.LastMonth ? MaxDistanceOfYear : MaxDistance;
        return distance > 1 && distance <= max ? [.. Enumerable.Range(1, distance - 1).Select(before.AddMonths)] : [];
    }
}
