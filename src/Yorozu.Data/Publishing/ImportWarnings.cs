using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;
using Yorozu.Statistics.Verification.Sums;

namespace Yorozu.Data.Publishing;

/// <summary>Finds doubts about a page that belong to no single stored cell.</summary>
internal static class ImportWarnings
{
    public static IReadOnlyList<Phrase> Find(PublishedPage page, FigureHistory history, FiscalYear? farFrom) =>
        [.. FarYear(page, farFrom), .. WrongYear(page, history), .. SubtotalDoubts.Find(page)];

    private static IEnumerable<Phrase> FarYear(PublishedPage page, FiscalYear? farFrom) => farFrom is { } nearest
        ? [new Phrase("{0}の資料ですが、同じ指標の公表でいちばん近いのは{1}です。年度を確かめてください", page.FiscalYear, nearest)]
        : [];

    private static IEnumerable<Phrase> WrongYear(PublishedPage page, FigureHistory history) => YearDoubt.Find(page, history) is { } year
        ? [new Phrase("{0}の資料ですが、数のほとんどが{1}の同じ月の公表値と同じです。年度を確かめてください", page.FiscalYear, year)]
        : [];
}
