using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>A day as text in the store, in addresses and in files: <c>2026-05-15</c> (ISO 8601).</summary>
public static class IsoDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The text of a day.</summary>
    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads this form and no other.</summary>
    /// <exception cref="FormatException">The text is not such a day.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);

    /// <summary>Reads this form and no other; false when the text is not such a day.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
