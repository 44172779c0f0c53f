namespace Yorozu.Data.Extracts;

/// <summary>What was written, to be told in headers.</summary>
/// <param name="Rows">Records, the heading not counted.</param>
/// <param name="Replaced">Characters the encoding cannot hold, as <c>U+20BB7</c>.</param>
public sealed record ExtractSummary(long Rows, IReadOnlyList<string> Replaced);
