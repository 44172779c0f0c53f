namespace Yorozu.Data.Extracts;

/// <summary>The summary of a written file, for response headers.</summary>
/// <param name="Rows">The number of records, without the heading.</param>
/// <param name="Replaced">Characters missing from the encoding, as <c>U+20BB7</c>.</param>
public sealed record ExtractSummary(long Rows, IReadOnlyList<string> Replaced)
{
    /// <summary>The path of the next page; null on the last one and for files.</summary>
    public string? Next { get; init; }
}
