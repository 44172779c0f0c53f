using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>The checks of an unpublished document.</summary>
/// <param name="Names">Metric names by key: the document may have metrics unknown to the catalogue.</param>
public sealed record CheckResultTable(
    Phrase Caption, Phrase ExpectedHeading, IReadOnlyList<CheckResult> CheckResults, IReadOnlyDictionary<string, string> Names)
{
    private const int MaxShown = 300;

    public Phrase FullCaption => CheckResults.Count > MaxShown
        ? new Phrase("{0}（{1}件のうち最初の{2}件）", Caption, Words.Count(CheckResults.Count), MaxShown)
        : Caption;

    public IEnumerable<CheckResult> Shown => CheckResults.Take(MaxShown);

    public string NameOf(CheckResult result) => AdminWords.MetricName(result.MetricKey, Names.GetValueOrDefault(result.MetricKey, result.MetricKey));

    public bool ShowsParts => CheckResults.Any(f => f.Part.Length > 0);
}
