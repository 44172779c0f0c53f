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
        var sums = Verify(PublishedDocuments.Fy2021).Where(f => f.Kind.IsSum()).ToList();

        sums.Should().OnlyContain(f => f.Passed);
        Counted(sums).Should().BeEquivalentTo(new Dictionary<CheckKind, int>
        {
            [CheckKind.Cumulative] = 4 * 48,
            [CheckKind.National] = 4 * 13,
        });
    }

    [Fact]
    public void The_page_of_FY2026_holds_in_every_sum_and_part_and_is_too_short_to_find_a_month_implausible()
    {
        var results = Verify(PublishedDocuments.Fy2026);

        // Seven tables have a total of April and of 累計値; four have no 累計値; one has none and three parts.
        results.Should().OnlyContain(f => f.Passed);
        Counted(results).Should().BeEquivalentTo(new Dictionary<CheckKind, int>
        {
            [CheckKind.Cumulative] = 7 * 48,
            [CheckKind.National] = (7 * 2) + 4 + 3,
            [CheckKind.Part] = 48,
            [CheckKind.Repeated] = 6 + 4 + 3,
        });
    }

    private static IReadOnlyList<CheckResult> Verify(byte[] document) =>
        Verifier.Verify(DocumentReader.Read(document, MetricCatalogue.Default).Page!, FigureHistory.Empty);

    private static Dictionary<CheckKind, int> Counted(IEnumerable<CheckResult> results) =>
        results.GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => g.Count());
}
