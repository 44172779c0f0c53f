using System.Globalization;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Reads the first cell of a row: the name of a prefecture, or a word for the total.</summary>
internal static partial class AreaName
{
    private static readonly Dictionary<string, Prefecture> ByShortName =
        Prefecture.All.ToDictionary(p => p.ShortName, StringComparer.Ordinal);

    /// <summary>The area in any form: 青森県, 青森, 01 北海道, 北海道よろず支援拠点, 全国計; null when the text is not an area.</summary>
    public static Area? Read(string text)
    {
        if (Label.IsFigure(text) || text[^1] == '月') return null;
        // Fast path: nearly all names are plain.
        if (Prefecture.TryFromName(text, out var prefecture)) return Area.Of(prefecture);
        if (text == "合計") return Area.Nation;
        if (ReadOfficial(text) is { } official) return official;
        var numbered = Numbered().Match(MetricCatalogue.Compose(text));
        var name = Office().Replace(Label.Plain(numbered.Success ? numbered.Groups["name"].Value : text), "");
        if (!Prefecture.TryFromName(name, out prefecture) && !ByShortName.TryGetValue(name, out prefecture)) return null;
        // A number right before the name must be its code; any other is an error.
        var isCode = !numbered.Success
            || numbered.Groups["gap"].Length > 0
            || numbered.Groups["number"].Value == prefecture.Number.ToString("00", CultureInfo.InvariantCulture);
        return isCode ? Area.Of(prefecture) : null;
    }

    /// <summary>The area with this official name, or the nation for a word for the total.</summary>
    public static Area? ReadOfficial(string text)
    {
        var name = Label.Plain(text);
        if (Prefecture.TryFromName(name, out var prefecture)) return Area.Of(prefecture);
        return Total().IsMatch(name) ? Area.Nation : null;
    }

    [GeneratedRegex(@"^(?:全国|総)?(?:合計|総計|総数|計)(?:値|数)?(?:\((?:全国|全?47[^()]*)\))?$|^全国(?:\(全?47[^()]*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(@"^\s*\(?(?<number>0?[1-9]|[1-4][0-9])\)?(?<gap>[\s.:、,)]*)(?<name>\D.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("(?:よろず)?支援拠点$|(?<=[都道府県])拠点$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();
}
