using Yorozu.Data.Extracts;

namespace Yorozu.Web.Components;

/// <summary>The rules with their results; none where the file could not be looked at.</summary>
public sealed record Readability(IReadOnlyList<ReadabilityResult> Results)
{
    public int Held { get; } = Results.Count(r => r.Holds);
}
