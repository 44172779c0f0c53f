namespace Yorozu.Statistics.Documents;

/// <summary>Shortens texts for display.</summary>
public static class ShortText
{
    /// <summary>The first characters of a text, at most so many; never half of a surrogate pair.</summary>
    public static string Cut(string text, int maxLength) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
}
