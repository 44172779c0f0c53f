using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>What an unpublished document has and lacks in comparison with the release before it.</summary>
/// <param name="Before">令和8年度 4月分まで; says that there is none to compare with.</param>
/// <param name="Months">The months with new figures.</param>
/// <param name="NewMetrics">The metrics that the release before had not.</param>
/// <param name="MissingMetrics">The headings of its tables that the document has not.</param>
public sealed record ReleaseDifference(Phrase Before, Phrase Months, Phrase NewMetrics, Phrase MissingMetrics)
{
    public static ReleaseDifference Of(ImportProposal proposal)
    {
        var (page, history) = (proposal.Page!, proposal.History);
        var before = history.TablesOfReleaseBefore.Select(t => t.MetricKey).ToHashSet();
        return new ReleaseDifference(
            history.AsOfBefore is { } asOf ? new Phrase("{0} {1}分まで", asOf.FiscalYear, asOf) : new Phrase("比べる公表がありません"),
            ListOf(NewMonths.Of(proposal.Plan!).Months.Select(m => m.FullName())),
            ListOf(page.Tables.Select(t => t.Metric)
                .Where(m => history.AsOfBefore is not null && !before.Contains(m.Key))
                .Select(m => AdminWords.MetricName(m.Key, m.Name))),
            ListOf(history.TablesMissingIn(page)));
    }

    private static Phrase ListOf(IEnumerable<string> names) => names.ToList() is { Count: > 0 } some ? Phrase.List("、", some) : new Phrase("なし");
}
