using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Metrics;

/// <summary>
/// Cleans names (sections, groups, metrics, parts, units) for display and comparison: removes what a page adds without changing
/// the meaning. A bracket stays unless it is known to say nothing about the figures.
/// </summary>
internal static partial class Term
{
    private const int MinContained = 4;
    private const int MaxLength = 200;

    /// <summary>
    /// The name for display: half-width kana widened, without note marks, colons, spaces within Japanese or brackets such as （速報値）.
    /// </summary>
    public static string Clean(string text)
    {
        text = text.Trim();
        // No name is so long; a long text would take long to clean.
        if (text.Length is 0 or > MaxLength) return text;
        if (text.AsSpan().ContainsAnyInRange('\uFF61', '\uFF9F')) text = MetricCatalogue.Compose(text);
        while (Dispensable().Match(text) is { Success: true, Index: > 0 } match) text = text[..match.Index].TrimEnd();
        return InnerSpace().Replace(text, "");
    }

    /// <summary>A part's name without its number and unit. The unit is that of the metric.</summary>
    public static string CleanPart(string text) =>
        text.Length is 0 or > MaxLength ? text : Clean(Unit().Replace(Clean(Number().Replace(text, "")), ""));

    /// <summary>The comparison key of a name: two spellings of one name have equal keys.</summary>
    public static string Key(string text) => MetricCatalogue.Normalise(Clean(text));

    /// <summary>True when two names may be the same: one contains the other, or they differ by a typing error or a bracket.</summary>
    public static bool Resembles(string one, string other)
    {
        (one, other) = (Key(one), Key(other));
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length >= MinContained && longer.Contains(shorter, StringComparison.Ordinal)) return true;
        if (Brackets().Replace(one, "") == Brackets().Replace(other, "")) return true;
        var slips = Math.Max(1, longer.Length / 5);
        return longer.Length > 2 && longer.Length - shorter.Length <= slips && Distance(one, other) <= slips;
    }

    /// <summary>The Levenshtein distance: how many characters to change, add or remove to turn one text into the other.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }

    // At the end of a name: a note mark, a colon, NEW, a link to a file, and brackets about status, unit, year or coverage.
    [GeneratedRegex(
        @"\s*(?:(?:[(（]\s*)?(?:※|＊|\*|†|注)\s*[0-9０-９]{0,2}\s*[)）]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+[)）]?|[:：]|\bNEW!?|\bNew!?|[▲↑].{0,14}"
            + @"|[(（【［\[〔](?:単位\s*[:：]\s*)?(?:"
            + @"[※＊*注]\s*(?:[0-9０-９]{1,2})?|(?:速報|確報|暫定|確定|改定|改訂|修正|訂正)値?|(?:Excel|EXCEL|エクセル|PDF|CSV)[^()（）【】\[\]［］]*"
            + @"|(?:令和|平成|R|H)(?:元|[0-9０-９]{1,2})年度(?:分|実績|(?:から|より)?(?:集計)?(?:開始|新設|追加))?"
            + @"|[0-9０-９]{4}年度(?:分|実績)?|今年度|本年度|当年度|都道府県別|月別|拠点別|全国|全?[4４][7７](?:拠点|都道府県)"
            + @")[)）】］\]〕])$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dispensable();

    [GeneratedRegex(@"(?<=[^\x00-\x7F])[\s\u3000]+(?=[^\x00-\x7F])", RegexOptions.CultureInvariant)]
    private static partial Regex InnerSpace();

    [GeneratedRegex(@"^(?:[(（][0-9０-９]{1,2}[)）]|[①-⑳]|[0-9０-９]{1,2}\s*[.．、:：)）]|[a-zａ-ｚア-ン]\s*[.．)）])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=.)\s*[(（【［\[][件者人社名][)）】］\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"[(\[【].*?[)\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}
