using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Revisions;

/// <summary>Checks that every table of the release before is there again.</summary>
internal static class MissingCheck
{
    public static IEnumerable<CheckResult> Run(PublishedPage page, FigureHistory history) =>
        from before in history.TablesBefore
        let position = page.Tables.FirstOrDefault(t => t.Metric.Key == before.MetricKey)?.Position ?? SourcePosition.Nowhere
        select new CheckResult(
            CheckKind.Missing, position != SourcePosition.Nowhere, before.MetricKey, "", Area.Nation, null, null, null, position)
        {
            Heading = before.Heading,
        };
}
