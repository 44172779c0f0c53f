using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification;

public sealed class CheckKindTests
{
    [Theory]
    [InlineData(CheckKind.Cumulative, "cumulative", Severity.Error)]
    [InlineData(CheckKind.National, "national", Severity.Error)]
    [InlineData(CheckKind.Part, "part", Severity.Error)]
    [InlineData(CheckKind.Revision, "revision", Severity.Info)]
    [InlineData(CheckKind.Plausible, "plausible", Severity.Warning)]
    [InlineData(CheckKind.Missing, "missing", Severity.Warning)]
    public void A_kind_has_a_stable_code_and_a_severity(CheckKind kind, string code, Severity severity)
    {
        kind.Code().Should().Be(code);
        kind.Severity().Should().Be(severity);
    }
}
