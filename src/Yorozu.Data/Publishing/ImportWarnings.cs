using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;

namespace Yorozu.Data.Publishing;

/// <summary>Finds doubts about a page as a whole that belong to no single cell.</summary>
internal static class ImportWarnings
{
    public static IReadOnlyList<string> Find(PublishedPage page, FigureHistory history) => YearDoubt.Find(page, history) is { } year
        ? [$"{page.FiscalYear.JapaneseName}の資料ですが、数のほとんどが{year.JapaneseName}の同じ月の公表値と同じです。年度を確かめてください"]
        : [];
}
