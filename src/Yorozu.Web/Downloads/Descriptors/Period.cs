using Yorozu.Data.Snapshots;
using Yorozu.Statistics;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>The months with figures.</summary>
internal sealed record Period(YearMonth First, YearMonth Last)
{
    /// <summary>Null when nothing is published.</summary>
    public static Period? Of(IReadOnlyList<Coverage> coverage) => coverage.Max(c => c.LastMonth) is { } last
        ? new Period(YearMonth.FromNumber(coverage.SelectMany(c => c.Tables).Min(t => t.FirstMonth)), last)
        : null;
}
