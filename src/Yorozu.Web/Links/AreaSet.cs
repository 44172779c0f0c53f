using Microsoft.Extensions.Primitives;
using Yorozu.Statistics;

namespace Yorozu.Web.Links;

/// <summary>Areas in an address, as <c>13,27</c> or one parameter each, in the given order.</summary>
public static class AreaSet
{
    /// <summary>How many areas a page compares or highlights.</summary>
    public const int MaxCompared = 12;

    /// <summary>False when any of the codes is not an area.</summary>
    public static bool AreAreas(StringValues values) => values.SelectMany(Codes).All(code => code.Length == 0 || Area.TryParse(code, null, out _));

    /// <summary>The areas, without unknown codes.</summary>
    public static IReadOnlyList<Area> Parse(StringValues values) =>
    [
        .. values.SelectMany(Codes)
            .Select(code => Area.TryParse(code, null, out var area) ? area : (Area?)null)
            .OfType<Area>()
            .Distinct(),
    ];

    private static string[] Codes(string? value) => (value ?? "").Split(',', StringSplitOptions.TrimEntries);
}
