using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin;

/// <summary>The checks of an unpublished document.</summary>
/// <param name="Names">Metric names by key: the document may have metrics unknown to the catalogue.</param>
public sealed record CheckResultTable(
    string Caption, string ExpectedHeading, IReadOnlyList<CheckResult> CheckResults, IReadOnlyDictionary<string, string> Names)
{
    private const int MaxShown = 300;

    public string FullCaption => CheckResults.Count > MaxShown ? $"{Caption}（{Words.Count(CheckResults.Count)}件のうち最初の{MaxShown}件）" : Caption;

    public IEnumerable<CheckResult> Shown => CheckResults.Take(MaxShown);

    public bool ShowsParts => CheckResults.Any(f => f.Part.Length > 0);
}
