using Yorozu.Data.Queries;
using Yorozu.Statistics;
using Yorozu.Web.Charts;

namespace Yorozu.Web.Components;

/// <summary>The order in which prefectures are listed.</summary>
public enum AreaOrder
{
    /// <summary>01 to 47.</summary>
    Code,

    /// <summary>The greatest first.</summary>
    Value,
}

/// <summary>
/// One figure for each prefecture, of a month or of the year so far, ranked: the ranking, the map and the rows of the heat
/// table are all made of it.
/// </summary>
/// <param name="Table">Where the figures are from.</param>
/// <param name="Month">The month, or null for the year so far.</param>
/// <param name="Rows">The 47, in the order asked for.</param>
public sealed record PrefectureFigures(MetricYear Table, YearMonth? Month, IReadOnlyList<RankedArea> Rows)
{
    public RankedArea? Greatest => Rows.Where(r => r.Rank == 1).MinBy(r => r.Area);

    public static PrefectureFigures Of(MetricYear table, YearMonth? month, AreaOrder order)
    {
        var index = month is { } m ? MonthlySeries.IndexOf(m) : table.PublishedMonths - 1;
        var nation = table.Of(Area.Nation) is { } series ? ValueAt(series, month, index) : null;
        var rows = RankedArea.Of(At(table, month, index), nation, index > 0 ? At(table, month, index - 1) : null);
        return new PrefectureFigures(table, month, Sort(rows, order));
    }

    public PrefectureMap Map(string label, ClassMethod method, IReadOnlySet<string> highlighted) => new(
        label,
        Table.Metric,
        [.. Rows.OrderBy(r => r.Area).Select(r => new MapArea(r.Area.Prefecture!, r.Value, $"/prefectures/{r.Area.Code}", highlighted.Contains(r.Area.Code)))],
        method);

    /// <summary>Equal figures stay in code order; what is not published comes last.</summary>
    public static IReadOnlyList<RankedArea> Sort(IEnumerable<RankedArea> rows, AreaOrder order) =>
        [.. order == AreaOrder.Value ? rows.OrderByDescending(r => r.Value ?? -1).ThenBy(r => r.Area) : rows.OrderBy(r => r.Area)];

    private static List<(Area Area, long? Value)> At(MetricYear table, YearMonth? month, int index) =>
        [.. table.Prefectures.Select(s => (s.Area, ValueAt(s, month, index)))];

    private static long? ValueAt(MonthlySeries series, YearMonth? month, int index) =>
        index < 0 ? null : month is null ? series.Cumulative[index] : series.Months[index];
}
