using Yorozu.Data.Publishing;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>How large the revisions of an unpublished document are: by metric for the nation, and the largest of single prefectures.</summary>
public sealed record RevisionSizes(IReadOnlyList<RevisionSizes.Row> Rows, IReadOnlyList<Revision> Largest)
{
    public const int MaxLargest = 10;

    /// <summary>The largest change of a nation's figure, up or down; null without one.</summary>
    public double? LargestChange => Rows.Select(r => r.Change).OfType<double>().Select(c => (double?)c).MaxBy(c => Math.Abs(c!.Value));

    public static RevisionSizes Of(ImportProposal proposal)
    {
        var compared = proposal.CheckResults.Where(r => r.Kind == CheckKind.Revision).ToLookup(r => r.MetricKey);
        return new(
            [.. proposal.Plan!.Tables.Where(t => t.Revised.Count > 0).Select(t => RowOf(t, compared[t.Table.Metric.Key]))],
            [.. LargestFirst([.. Revision.Of(proposal.Plan)]).Take(MaxLargest)]);
    }

    // The nation's only where it alone is revised.
    private static IEnumerable<Revision> LargestFirst(IReadOnlyList<Revision> all) =>
        (all.Any(r => !r.Cell.Area.IsNation) ? all.Where(r => !r.Cell.Area.IsNation) : all).OrderByDescending(r => r.Size);

    private static Row RowOf(TablePlan plan, IEnumerable<CheckResult> compared)
    {
        var part = MetricPart.MainOf(plan.Table.Parts);
        var months = plan.Revised.Select(c => c.Month).ToHashSet();
        var nation = compared.Where(c => c.Area.IsNation && c.Part == part && months.Contains(c.Month!.Value)).ToList();
        return new Row(
            AdminWords.MetricName(plan.Table.Metric.Key, plan.Table.Metric.Name),
            plan.Revised.Count,
            plan.Revised.Count + plan.Unchanged,
            nation.Count == 0 ? null : nation.Sum(c => c.Expected),
            nation.Count == 0 || nation.Exists(c => c.Published is null) ? null : nation.Sum(c => c.Published));
    }

    /// <param name="Compared">How many of its figures are published.</param>
    /// <param name="Before">The sum of the nation's months with a revised figure, as it is published.</param>
    /// <param name="After">The same as it would be; null where one of them would be gone.</param>
    public sealed record Row(string MetricName, int Revised, int Compared, long? Before, long? After)
    {
        public double? Change => Ratio.Change(After, Before);
    }
}
