using System.Globalization;
using System.Text;

namespace Yorozu.Statistics;

/// <summary>Areas that a person typed in one line: 岡山 広島県、Tottori, 32.</summary>
/// <param name="Areas">In the order typed, each once.</param>
/// <param name="Unknown">The words that name no area.</param>
public sealed record TypedAreas(IReadOnlyList<Area> Areas, IReadOnlyList<string> Unknown)
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', '、', ',', '・', '/', ';'];

    // 青森 県, fukuoka prefecture: apart from the name they say nothing.
    private static readonly HashSet<string> Kinds =
        new(["都", "道", "府", "県", "都道府県", "prefecture", "prefectures", "pref", "pref."], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Area> ByName = Prefecture.All
        .SelectMany(p => Names(p).Select(name => (Name: name, Area: Area.Of(p))))
        .Concat(new[] { Area.Nation.Name, "Japan", Area.Nation.Code }.Select(name => (Name: name, Area: Area.Nation)))
        .ToDictionary(n => n.Name, n => n.Area, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads names with or without 県, in Japanese or Latin letters, and codes, between spaces or commas of any width.</summary>
    public static TypedAreas Read(string text)
    {
        // Normalising U+FFFE, which is not a character, throws.
        var words = text.Replace("\uFFFE", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC)
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new TypedAreas(
            [.. words.Where(ByName.ContainsKey).Select(w => ByName[w]).Distinct()],
            [.. words.Where(w => !ByName.ContainsKey(w) && !Kinds.Contains(w)).Distinct()]);
    }

    // 北海道 is the same with and without its suffix, 33 with two digits and as a number.
    private static IEnumerable<string> Names(Prefecture prefecture) => new[]
    {
        prefecture.Name, prefecture.ShortName, prefecture.RomanName, prefecture.Code, prefecture.Number.ToString(CultureInfo.InvariantCulture),
    }.Distinct();
}
