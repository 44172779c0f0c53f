namespace Yorozu.Statistics.References;

/// <summary>The key of a reference table, in addresses and file names.</summary>
public static class ReferenceKey
{
    /// <summary>The longest key.</summary>
    public const int MaxLength = 40;

    /// <summary>True for lower-case letters, digits and hyphens, a letter first.</summary>
    public static bool IsValid(string key) => key.Length is > 0 and <= MaxLength && char.IsAsciiLetterLower(key[0])
        && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
