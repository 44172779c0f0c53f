using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;

namespace Yorozu.Data.Publishing;

/// <summary>Finds why the year and month of a page may be wrong. A person must confirm both before it is published.</summary>
internal static class DateQuestions
{
    // More months than these are said by the first and the last.
    private const int MaxNamed = 3;

    /// <param name="today">Today in Japan.</param>
    public static IReadOnlyList<Phrase> Find(
        PublishedPage page, FigureHistory history, IEnumerable<CheckResult> results, PublishedDates published, DateOnly today) =>
        [.. WrongYear(page, history, results, published), .. WrongMonth(page, published, today)];

    private static IEnumerable<Phrase> WrongYear(PublishedPage page, FigureHistory history, IEnumerable<CheckResult> results, PublishedDates published)
    {
        if (published.FarFrom is { } nearest)
        {
            yield return new Phrase("{0}の資料ですが、同じ指標の公表でいちばん近いのは{1}です。年度を確かめてください", page.FiscalYear, nearest);
        }

        if (YearDoubt.Find(page, history) is { } year)
        {
            yield return new Phrase("{0}の資料ですが、数のほとんどが{1}の同じ月の公表値と同じです。年度を確かめてください", page.FiscalYear, year);
        }
        else if (YearDoubt.IsUnlike(results))
        {
            yield return new Phrase("{0}の資料ですが、公開中の{0}の値のほとんどと違います。別の年度の資料でないか確かめてください", page.FiscalYear);
        }
    }

    private static IEnumerable<Phrase> WrongMonth(PublishedPage page, PublishedDates published, DateOnly today)
    {
        if (MonthDoubt.IsNotOver(page, today))
        {
            yield return page.AsOf > new YearMonth(today.Year, today.Month)
                ? new Phrase("{0}の{1}はまだ来ていません（今日は{2}）。年度と月を確かめてください", page.FiscalYear, page.AsOf, IsoDate.Of(today))
                : new Phrase("{0}の{1}はまだ終わっていません（今日は{2}）。年度と月を確かめてください", page.FiscalYear, page.AsOf, IsoDate.Of(today));
        }

        if (published.Newest is { } newer && newer > page.AsOf)
        {
            yield return newer.FiscalYear == page.FiscalYear
                ? new Phrase("{0}分までの資料ですが、同じ年度の{1}分までが公表済みです。古い資料でないか確かめてください", page.AsOf, newer)
                : new Phrase(
                    "{0}の{1}分までの資料ですが、{2}の{3}分までが公表済みです。年度を確かめ、古い資料でないか確かめてください",
                    page.FiscalYear,
                    page.AsOf,
                    newer.FiscalYear,
                    newer);
        }

        // Of a far year that is said already.
        if (published.FarFrom is null && MonthDoubt.Skipped(page, published.NewestOfMetrics) is { Count: > 0 } skipped)
        {
            yield return skipped.Count <= MaxNamed
                ? new Phrase("{0}分の公表がないまま、{1}分までの資料です。抜けた公表がないか確かめてください", Phrase.List("、", skipped), page.AsOf)
                : new Phrase(
                    "{0}の{1}から{2}の{3}まで{4}か月分の公表がないまま、{5}分までの資料です。年度と月を確かめてください",
                    skipped[0].FiscalYear,
                    skipped[0],
                    skipped[^1].FiscalYear,
                    skipped[^1],
                    skipped.Count,
                    page.AsOf);
        }
    }
}

/// <summary>What the standing releases say about the year and month of a page.</summary>
/// <param name="FarFrom">The nearest year with figures of the page's metrics when its own is far from it.</param>
/// <param name="Newest">The newest as-of month; null in an empty store.</param>
/// <param name="NewestOfMetrics">The same of the releases with any of the page's metrics; null without one.</param>
internal sealed record PublishedDates(FiscalYear? FarFrom, YearMonth? Newest, YearMonth? NewestOfMetrics);
