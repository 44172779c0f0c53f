using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>
/// What the program tells a person: a Japanese format and its arguments, so that it can be said in another language. An argument
/// is a printed word, a number, another phrase, or an area, month or fiscal year.
/// </summary>
/// <param name="Format">The Japanese format, by which a translation is found; the separator of a list.</param>
/// <param name="Arguments">What stands in its places, or the items of a list.</param>
public sealed record Phrase(string Format, params IReadOnlyList<object> Arguments)
{
    /// <summary>Says nothing.</summary>
    public static Phrase None { get; } = new("");

    /// <summary>True when it says nothing.</summary>
    public bool IsNone => Format.Length == 0 && Arguments.Count == 0;

    private bool IsList { get; init; }

    /// <summary>A word as printed, the same in every language.</summary>
    public static Phrase Printed(string word) => List("", [word]);

    /// <summary>Items joined by a separator.</summary>
    public static Phrase List<T>(string separator, IEnumerable<T> items)
        where T : notnull => new(separator, [.. items.Cast<object>()]) { IsList = true };

    /// <summary>The phrase in a language.</summary>
    /// <param name="translate">The format in that language.</param>
    /// <param name="name">An argument in that language.</param>
    public string In(Func<string, string> translate, Func<object, object> name)
    {
        var format = Format.Length == 0 ? "" : translate(Format);
        if (IsList) return string.Join(format, Arguments.Select(name));
        return Arguments.Count == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, [.. Arguments.Select(name)]);
    }

    /// <summary>True for a phrase of the same Japanese words.</summary>
    public bool Equals(Phrase? other) => ReferenceEquals(this, other) || (other is not null && ToString() == other.ToString());

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The phrase in Japanese.</summary>
    public override string ToString() => In(format => format, InJapanese);

    private static object InJapanese(object argument) => argument switch
    {
        YearMonth month => string.Create(CultureInfo.InvariantCulture, $"{month.Month}月"),
        FiscalYear year => year.JapaneseName,
        _ => argument,
    };
}
