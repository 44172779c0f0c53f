using Microsoft.Extensions.Primitives;
using Yorozu.Statistics;

namespace Yorozu.Web.Links;

/// <summary>Areas named in an address, as <c>13,27</c> or one parameter each, in the order named.</summary>
public static class AreaSet
{
    /// <summary>Names that are no area are left out.</summary>
    public static IReadOnlyList<Area> Parse(StringValues values) =>
    [
        .. values.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Select(code => Area.TryParse(code, null, out var area) ? area : (Area?)null)
            .OfType<Area>()
            .Distinct(),
    ];
}
