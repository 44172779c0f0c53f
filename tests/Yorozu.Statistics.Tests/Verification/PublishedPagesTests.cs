using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification;

/// <summary>Both published pages are arithmetically clean, and the evidence is counted.</summary>
public sealed class PublishedPagesTests
{
    [Fact]
    public void The_page_of_FY2021_holds_in_every_sum()
    {
        var sums = Verify(PublishedDocuments.Fy2021).Where(f => f.Kind != FindingKind.Plausible).ToList();

        sums.Should().OnlyContain(f => f.Holds);
        Counted(sums).Should().BeEquivalentTo(new Dictionary<FindingKind, int>
        {
            [FindingKind.Cumulative] = 4 * 48,
            [FindingKind.National] = 4 * 13,
        });
    }

    [Fact]
    public void The_page_of_FY2026_holds_in_every_sum_and_part_and_is_too_short_to_find_a_month_implausible()
    {
        var findings = Verify(PublishedDocuments.Fy2026);

        // Seven tables have a total of April and of 累計値; four have no 累計値; one has none and three parts.
        findings.Should().OnlyContain(f => f.Holds);
        Counted(findings).Should().BeEquivalentTo(new Dictionary<FindingKind, int>
        {
            [FindingKind.Cumulative] = 7 * 48,
            [FindingKind.National] = (7 * 2) + 4 + 3,
            [FindingKind.Part] = 48,
        });
    }

    private static IReadOnlyList<Finding> Verify(byte[] document) =>
        Verifier.Verify(DocumentReader.Read(document, MetricCatalogue.Default).Page!, FigureHistory.Empty);

    private static Dictionary<FindingKind, int> Counted(IEnumerable<Finding> findings) =>
        findings.GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => g.Count());
}
