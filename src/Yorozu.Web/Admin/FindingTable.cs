using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin;

/// <summary>Checks of a document that is not public yet.</summary>
/// <param name="Names">Metric names by key: the document may bring metrics no catalogue knows.</param>
public sealed record FindingTable(string Caption, string ExpectedHeading, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Names)
{
    private const int MaxShown = 300;

    public string FullCaption => Findings.Count > MaxShown ? $"{Caption}（{Words.Count(Findings.Count)}件のうち最初の{MaxShown}件）" : Caption;

    public IEnumerable<Finding> Shown => Findings.Take(MaxShown);

    public bool ShowsParts => Findings.Any(f => f.Part.Length > 0);
}
