using Yorozu.Data.Extracts.Csv;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The rules with their results; none where the file could not be looked at.</summary>
public sealed record ReadabilityAnswer(IReadOnlyList<ReadabilityResult> Results)
{
    public int Held { get; } = Results.Count(r => r.Holds);
}
