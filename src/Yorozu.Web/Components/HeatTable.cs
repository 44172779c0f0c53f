using Yorozu.Data.Queries;
using Yorozu.Web.Charts;

namespace Yorozu.Web.Components;

/// <summary>Prefectures by months, shaded; the figure is always printed.</summary>
public sealed record HeatTable(string Caption, MetricYear Table, IReadOnlyList<RankedArea> Rows, IReadOnlySet<string> Highlighted)
{
    public HeatSteps Steps { get; } = new(Table.Prefectures.SelectMany(s => s.Months).Max());
}
