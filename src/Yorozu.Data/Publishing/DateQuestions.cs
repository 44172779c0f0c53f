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

    /// <param name="farFrom">The nearest year with figures of these metrics when the page's is far from it.</param>
    /// <param name="published">The as-of months of the standing releases.</param>
    /// <param name="today">Today in Japan.</param>
    public static IReadOnlyList<Phrase> Find(
        PublishedPage page, FigureHistory history, FiscalYear? farFrom, IReadOnlyList<YearMonth> published, DateOnly today) =>
        [.. WrongYear(page, history, farFrom), .. WrongMonth(page, published, today)];

    private static IEnumerable<Phrase> WrongYear(PublishedPage page, FigureHistory history, FiscalYear? farFrom)
    {
        if (farFrom is { } nearest)
        {
            yield return new Phrase("{0}の資料ですが、同じ指標の公表でいちばん近いのは{1}です。年度を確かめてください", page.FiscalYear, nearest);
        }

        if (YearDoubt.Find(page, history) is { } year)
        {
            yield return new Phrase("{0}の資料ですが、数のほとんどが{1}の同じ月の公表値と同じです。年度を確かめてください", page.FiscalYear, year);
        }
    }

    private static IEnumerable<Phrase> WrongMonth(PublishedPage page, IReadOnlyList<YearMonth> published, DateOnly today)
    {
        if (MonthDoubt.IsToCome(page, today))
        {
            yield return new Phrase("{0}の{1}はまだ来ていません（今日は{2}）。年度と月を確かめてください", page.FiscalYear, page.AsOf, IsoDate.Of(today));
        }

        if (MonthDoubt.Newer(page, published) is { } newer)
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

        if (MonthDoubt.Skipped(page, published) is { Count: > 0 } skipped)
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
