namespace Yorozu.Data.Publishing;

/// <summary>The public reason for a publication or withdrawal.</summary>
public static class PublicNote
{
    public const int MaxLength = 1000;

    /// <summary>The stored note: trimmed, with uniform line ends.</summary>
    public static string Of(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
