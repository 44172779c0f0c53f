using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Plausibility;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;
using Yorozu.Statistics.Verification.Sums;

namespace Yorozu.Statistics.Verification;

/// <summary>Verifies a page (検算): recomputes what it prints and compares it with what was published before.</summary>
public static class Verifier
{
    /// <summary>
    /// Runs every check on every cell it applies to. The result includes passed checks as evidence.
    /// </summary>
    /// <param name="page">The page as read.</param>
    /// <param name="history">The figures published before it.</param>
    /// <returns>The results by table, and within a table by kind; last those of the whole page: repetitions and missing tables.</returns>
    public static IReadOnlyList<CheckResult> Verify(PublishedPage page, FigureHistory history)
    {
        List<TableFigures> tables = [.. page.Tables.Select(table => new TableFigures(table))];
        return
        [
            .. tables.SelectMany(figures => Verify(figures, page.FiscalYear, history)),
            .. RepeatedCheck.Run(tables, history),
            .. MissingCheck.Run(page, history),
        ];
    }

    /// <summary>Runs the checks of sums alone, which need no more than the page.</summary>
    /// <param name="page">The page as read.</param>
    public static IReadOnlyList<CheckResult> VerifySums(PublishedPage page) =>
        [.. page.Tables.SelectMany(table => Sums(new TableFigures(table), page.FiscalYear, FigureHistory.Empty))];

    private static IEnumerable<CheckResult> Sums(TableFigures figures, FiscalYear year, FigureHistory history) =>
        CumulativeCheck.Run(figures, year, history).Concat(NationalCheck.Run(figures)).Concat(PartCheck.Run(figures));

    private static IEnumerable<CheckResult> Verify(TableFigures figures, FiscalYear year, FigureHistory history) =>
        Sums(figures, year, history)
            .Concat(RevisionCheck.Run(figures.Table, year, history))
            .Concat(PlausibleCheck.Run(figures.Table, history));
}
