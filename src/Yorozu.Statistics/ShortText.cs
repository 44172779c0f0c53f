namespace Yorozu.Statistics;

/// <summary>Shortens texts for display.</summary>
public static class ShortText
{
    /// <summary>How much of a text is quoted in a message, in characters.</summary>
    public const int QuotedLength = 40;

    /// <summary>The text, or its first characters and … where it is longer; never half of a surrogate pair.</summary>
    public static string Shorten(string text, int maxLength = QuotedLength) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)] + "…";
}
