using Yorozu.Statistics;

namespace Yorozu.Web.Components;

/// <summary>A prefecture with its place among the 47.</summary>
/// <param name="Rank">1 for the greatest; equal figures share a rank; null where nothing is published.</param>
/// <param name="Share">Its part of the nation's figure.</param>
/// <param name="Movement">Places gained since the figures before (positive is up); null when it cannot be said.</param>
public sealed record RankedArea(Area Area, long? Value, int? Rank, double? Share, int? Movement)
{
    /// <summary>Ranks figures, in the order given.</summary>
    /// <param name="figures">The 47 figures.</param>
    /// <param name="nation">The nation's figure, for the share.</param>
    /// <param name="before">The figures a rank has moved from, if there are any.</param>
    public static IReadOnlyList<RankedArea> Of(
        IReadOnlyList<(Area Area, long? Value)> figures, long? nation, IReadOnlyList<(Area Area, long? Value)>? before = null)
    {
        var now = Ranks(figures);
        var then = before is null ? [] : Ranks(before);
        return [.. figures.Select(f => new RankedArea(
            f.Area,
            f.Value,
            now.TryGetValue(f.Area, out var rank) ? rank : null,
            LatestFigure.Ratio(f.Value, nation),
            now.TryGetValue(f.Area, out var to) && then.TryGetValue(f.Area, out var from) ? from - to : null))];
    }

    private static Dictionary<Area, int> Ranks(IReadOnlyList<(Area Area, long? Value)> figures)
    {
        var published = figures.Where(f => f.Value.HasValue).ToList();
        return published.ToDictionary(f => f.Area, f => 1 + published.Count(o => o.Value > f.Value));
    }
}
