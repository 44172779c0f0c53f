using System.Globalization;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>A number below 10,000 in digits or in kanji numerals, with or without 十: 12, 十二, 三十一, 二〇二六.</summary>
internal static class KanjiNumber
{
    /// <summary>The numerals, as a character class of a regular expression.</summary>
    public const string Numerals = "[〇○一二三四五六七八九十]";

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Null when the characters are not a number, such as 十十.</summary>
    public static int? Read(string text)
    {
        if (text.Length is 0 or > 4) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain)) return plain;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return Positional(text);
        return (ten == 0 ? 1 : Positional(text[..ten])) is > 0 and < 10 and var tens
            && (ten + 1 == text.Length ? 0 : Positional(text[(ten + 1)..])) is >= 0 and < 10 and var ones
            ? (tens * 10) + ones
            : null;
    }

    private static int? Positional(string text)
    {
        var number = 0;
        foreach (var c in text)
        {
            var digit = c == '○' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return null;
            number = (number * 10) + digit;
        }

        return number;
    }
}
