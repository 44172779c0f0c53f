using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;
using Yorozu.Statistics.Verification.Sums;

namespace Yorozu.Data.Publishing;

/// <summary>Finds doubts about a page that belong to no single stored cell.</summary>
internal static class ImportWarnings
{
    /// <param name="published">The as-of months of the standing releases.</param>
    public static IReadOnlyList<Phrase> Find(PublishedPage page, FigureHistory history, IReadOnlyList<YearMonth> published) =>
        [.. WrongYear(page, history), .. WrongMonth(page, published), .. SubtotalDoubts.Find(page)];

    private static IEnumerable<Phrase> WrongYear(PublishedPage page, FigureHistory history) => YearDoubt.Find(page, history) is { } year
        ? [new Phrase("{0}の資料ですが、数のほとんどが{1}の同じ月の公表値と同じです。年度を確かめてください", page.FiscalYear, year)]
        : [];

    private static IEnumerable<Phrase> WrongMonth(PublishedPage page, IReadOnlyList<YearMonth> published)
    {
        if (MonthDoubt.Newer(page, published) is { } newer)
        {
            yield return new Phrase("{0}分までの資料ですが、同じ年度の{1}分までが公表済みです。古い資料でないか確かめてください", page.AsOf, newer);
        }

        if (MonthDoubt.Skipped(page, published) is { Count: > 0 } skipped)
        {
            yield return new Phrase("{0}分の公表がないまま、{1}分までの資料です。抜けた公表がないか確かめてください", Phrase.List("、", skipped), page.AsOf);
        }
    }
}
