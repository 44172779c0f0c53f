using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Web.Admin;

/// <summary>Checks of a document that is not public yet.</summary>
/// <param name="Names">Metric names by key: the document may bring metrics no catalogue knows.</param>
public sealed record FindingTable(string Caption, string ExpectedHeading, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Names)
{
    public const int Longest = 300;

    public bool ShowsParts => Findings.Any(f => f.Part.Length > 0);
}
