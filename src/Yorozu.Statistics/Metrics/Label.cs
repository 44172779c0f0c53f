using System.Buffers;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Metrics;

/// <summary>The word in a label (a month, an area, 累計値) without white space, note marks, 速報値 and unit.</summary>
internal static partial class Label
{
    /// <summary>No label is longer.</summary>
    public const int MaxLength = 30;

    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789,");

    /// <summary>True for digits and commas alone, as in nearly every cell of a table: there is no word to look for.</summary>
    public static bool IsFigure(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(FigureCharacters);

    public static string Plain(string text)
    {
        if (text.Length > MaxLength || IsFigure(text)) return text;
        return Status().Replace(MetricCatalogue.Normalise(WithoutNoteMark(text)), "");
    }

    /// <summary>The text without trailing note marks: ※1, （注）, ².</summary>
    public static string WithoutNoteMark(string text) => NoteMark().Replace(text, "");

    [GeneratedRegex(@"(?:\s*(?:[(（]?(?:※|＊|\*|注)\d*[)）]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+\)?)){1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\(?(?:速報|確報|暫定|確定|改定|改訂|修正)値?\)?$|\([件者人]\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
