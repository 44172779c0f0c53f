namespace Yorozu.Data.Publishing;

/// <summary>Why something was published or withdrawn, for everybody to read.</summary>
public static class PublicNote
{
    public const int MaxLength = 1000;

    /// <summary>The note as it is kept: lines end alike, nothing around it.</summary>
    public static string Of(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();
}
