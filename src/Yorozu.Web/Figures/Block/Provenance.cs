using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;

namespace Yorozu.Web.Figures.Block;

/// <summary>Where the figures of a block come from, and whether their sums were found to hold.</summary>
/// <param name="Document">The name of the published file.</param>
/// <param name="ReleaseId">The release it was published in.</param>
/// <param name="FiscalYear">The fiscal year of the release.</param>
/// <param name="AsOf">The last month with a figure.</param>
/// <param name="Checked">How many sums were checked.</param>
/// <param name="Failed">How many of them do not hold.</param>
/// <param name="LedgerHref">The rows of the ledger that show these checks.</param>
public sealed record Provenance(
    string Document, int ReleaseId, FiscalYear FiscalYear, YearMonth AsOf, int Checked, int Failed, string LedgerHref)
{
    public static Provenance Of(MetricYear table) => new(
        table.Source.FileName,
        table.Source.ReleaseId,
        table.Year,
        table.Source.AsOf,
        table.Source.Checked,
        table.Source.Failed,
        $"/verification?metric={table.Metric.Key}&fy={table.Year}");

    /// <summary>One line for each release that several tables come from, with their checks added up.</summary>
    public static IReadOnlyList<Provenance> Of(IEnumerable<MetricYear> tables) =>
    [
        .. tables.GroupBy(t => (t.Source.ReleaseId, t.Year)).Select(g => Of(g.First()) with
        {
            Checked = g.Sum(t => t.Source.Checked),
            Failed = g.Sum(t => t.Source.Failed),
            LedgerHref = g.Count() == 1 ? Of(g.First()).LedgerHref : $"/verification?fy={g.Key.Year}",
        }),
    ];
}
