using Yorozu.Statistics;
using Yorozu.Web.Charts;

namespace Yorozu.Web.Components;

/// <summary>A map of the 47 prefectures in shades of one figure.</summary>
/// <param name="Label">What the map shows, for those who hear it.</param>
/// <param name="Metric">What is counted.</param>
/// <param name="Areas">All 47, in code order.</param>
/// <param name="Method">How the class limits are found.</param>
public sealed record PrefectureMap(string Label, Metric Metric, IReadOnlyList<MapArea> Areas, ClassMethod Method = ClassMethod.Quantile)
{
    public ValueClasses Classes { get; } = ValueClasses.Of(Areas.Where(a => a.Value.HasValue).Select(a => a.Value!.Value), Method);

    public bool HasGaps => Areas.Any(a => a.Value is null);

    public string CssClass(MapArea area) => area.Value is { } value ? $"q{Classes.StepOf(value)}" : "none";
}

/// <summary>One prefecture of the map.</summary>
public sealed record MapArea(Prefecture Prefecture, long? Value, string Href, bool IsHighlighted);
