using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification;

public sealed class FindingKindTests
{
    [Theory]
    [InlineData(FindingKind.Cumulative, "cumulative", Severity.Error)]
    [InlineData(FindingKind.National, "national", Severity.Error)]
    [InlineData(FindingKind.Part, "part", Severity.Error)]
    [InlineData(FindingKind.Revision, "revision", Severity.Info)]
    [InlineData(FindingKind.Plausible, "plausible", Severity.Warning)]
    public void A_kind_has_a_stable_code_and_a_severity(FindingKind kind, string code, Severity severity)
    {
        kind.Code().Should().Be(code);
        kind.Severity().Should().Be(severity);
    }
}
