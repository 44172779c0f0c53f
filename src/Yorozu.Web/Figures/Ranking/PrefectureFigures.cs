using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Map;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>The order in which prefectures are listed.</summary>
public enum AreaOrder
{
    /// <summary>01 to 47.</summary>
    Code,

    /// <summary>The greatest first.</summary>
    Value,
}

/// <summary>
/// One ranked figure per prefecture, of a month or of the year so far: the data of the ranking, the map and the rows of the
/// heat table.
/// </summary>
/// <param name="Table">The table of the figures.</param>
/// <param name="Month">The month, or null for the year so far.</param>
/// <param name="View">What is shown and ranked: the figure, its share or its change.</param>
/// <param name="Rows">The 47 prefectures, in the requested order.</param>
public sealed record PrefectureFigures(MetricYear Table, YearMonth? Month, FigureView View, IReadOnlyList<RankedArea> Rows)
{
    public bool IsYearToDate => Month is null;

    public ComparedPeriod Compared => !IsYearToDate ? ComparedPeriod.Month : Table.IsWhole ? ComparedPeriod.WholeYear : ComparedPeriod.YearToDate;

    public RankedArea? Greatest => Rows.Where(r => r.Rank is { Place: 1 }).MinBy(r => r.Area);

    /// <param name="yearBefore">The same metric a year before, for what is compared with it.</param>
    public static PrefectureFigures Of(
        MetricYear table, YearMonth? month, AreaOrder order, FigureView view = FigureView.Actual, MetricYear? yearBefore = null)
    {
        var index = month is { } m ? MonthlySeries.IndexOf(m) : table.PublishedMonths - 1;
        var rows = RankedArea.Of(table.Metric, At(index), index > 0 ? At(index - 1) : [], view);
        return new PrefectureFigures(table, month, view, Sort(rows, order));

        List<AreaFigure> At(int index) =>
            [.. table.Prefectures.Select(
                s => new AreaFigure(s.Area, ValueAt(s, index), ValueAt(table.Of(Area.Nation), index), ValueAt(yearBefore?.Of(s.Area), index)))];

        double? ValueAt(MonthlySeries? series, int index) => month is null ? series.CumulativeAt(index) : series.At(index);
    }

    public PrefectureMap Map(string label, ClassMethod method, IReadOnlySet<string> highlighted) => new(
        label,
        new Legend(Table.Metric, View, View.Classes(Table.Metric, Rows.Select(r => r.Shown), method), Rows.Any(r => r.Shown is null), CountsPrefectures: true),
        [.. Rows.OrderBy(r => r.Area).Select(r => new MapArea(r.Area.Prefecture!, r.Shown, $"/prefectures/{r.Area.Code}", highlighted.Contains(r.Area.Code)))]);

    /// <summary>Sorts rows. Equal figures stay in code order; missing values come last.</summary>
    private static IReadOnlyList<RankedArea> Sort(IEnumerable<RankedArea> rows, AreaOrder order) => [.. order == AreaOrder.Value
        ? rows.OrderByDescending(r => r.Shown ?? double.NegativeInfinity).ThenBy(r => r.Area)
        : rows.OrderBy(r => r.Area)];
}
