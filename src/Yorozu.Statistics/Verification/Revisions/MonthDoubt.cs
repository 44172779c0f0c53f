using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Detects a page that is not the next one: older than one of its year, or with a month skipped before it.</summary>
public static class MonthDoubt
{
    /// <summary>The largest distance from the release before, in months; a page further from it does not continue its series.</summary>
    private const int MaxDistance = 6;

    /// <summary>The newest as-of month of the page's fiscal year when that of the page is before it; null when it is not.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="published">The as-of months of the standing releases.</param>
    public static YearMonth? Newer(PublishedPage page, IReadOnlyList<YearMonth> published)
    {
        var newest = published.Where(m => m.FiscalYear == page.FiscalYear).DefaultIfEmpty().Max();
        return newest > page.AsOf ? newest : null;
    }

    /// <summary>The months between the release before and the page; empty without one in the half year before, and for a page older than another.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="published">The as-of months of the standing releases.</param>
    public static IReadOnlyList<YearMonth> Skipped(PublishedPage page, IReadOnlyList<YearMonth> published)
    {
        var before = published.DefaultIfEmpty().Max();
        var distance = before == default ? 0 : page.AsOf.MonthsSince(before);
        return distance is > 1 and <= MaxDistance ? [.. Enumerable.Range(1, distance - 1).Select(before.AddMonths)] : [];
    }
}
