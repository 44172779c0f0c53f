using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Map;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>What a column of a heat table is.</summary>
public enum HeatColumns
{
    /// <summary>What is usual for the metric: the month, of an indicator the year up to it.</summary>
    Usual,

    /// <summary>The month alone (その月だけ).</summary>
    Months,
}

/// <summary>Prefectures by months, shaded; the figure is always printed.</summary>
/// <param name="Figures">The figures of the prefectures, in row order.</param>
/// <param name="YearBefore">The same metric a year before, for what is compared with it.</param>
public sealed record HeatTable(
    string Caption, PrefectureFigures Figures, MetricYear? YearBefore, ClassMethod Method, IReadOnlySet<string> Highlighted) : IFigureTable, IFigureChart
{
    private readonly MonthlySeries? _nation = Figures.Table.Of(Area.Nation);

    /// <summary>True when each column is the year up to its month, not the month alone.</summary>
    public bool IsYearToDate { get; init; }

    private FigureView View => Figures.View;

    private MetricYear Table => Figures.Table;

    /// <summary>Unpublished months have no column; the subtitle gives the last month.</summary>
    public IReadOnlyList<YearMonth> Months { get; } = [.. Figures.Table.Year.Months.Take(Figures.Table.PublishedMonths)];

    public Legend Legend
    {
        get
        {
            var shown = Figures.Rows.SelectMany(r => Cells(r.Area)).Select(c => c.Shown).ToList();
            return new(Table.Metric, View, View.Classes(Table.Metric, shown, Method), shown.Contains(null));
        }
    }

    /// <summary>The nation first, then the prefectures in the given order.</summary>
    public IEnumerable<HeatRow> Rows
    {
        get
        {
            var legend = Legend;
            return Figures.Rows.Select(r => r.Area).Prepend(Area.Nation).Select(area => new HeatRow(
                area,
                RowClass(area),
                [.. Cells(area).Select(c => c with { CssClass = c.Shown is null ? "missing" : area.IsNation ? null : legend.CssClass(c.Shown) })],
                Total(area)));
        }
    }

    /// <summary>The names of the columns of figures.</summary>
    public IReadOnlyList<string> Headings(IStringLocalizer<UiText> text) => [.. Months.Select(m => m.MonthName()), text["年度累計"]];

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [text["都道府県"], .. Headings(text).Select(Heading)],
        Rows.Select(r => (IReadOnlyList<FigureCell>)[FigureCell.Of(r.Area.DisplayName()), .. r.Figures.Select(Cell)]));

    public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text) => HeatDrawing.Draw(canvas, this, room, text);

    private string Heading(string column) => View switch
    {
        FigureView.Yoy => FigureData.Change(column, Table.Metric),
        FigureView.Share => FigureData.Percent(column),
        _ => column,
    };

    private FigureCell Cell(HeatCell cell) => View == FigureView.Actual ? FigureCell.Of(cell.Shown) : FigureCell.Percent(cell.Shown);

    private string? RowClass(Area area)
    {
        if (area.IsNation) return "total";
        return Highlighted.Contains(area.Code) ? "highlight" : null;
    }

    private IEnumerable<HeatCell> Cells(Area area) => Cells(area, IsYearToDate ? FigureViews.CumulativeAt : FigureViews.At);

    // The year so far.
    private HeatCell Total(Area area) => Cells(area, FigureViews.CumulativeAt).LastOrDefault() ?? new HeatCell(null, Words.NotPublished);

    private IEnumerable<HeatCell> Cells(Area area, Func<MonthlySeries?, int, double?> at)
    {
        var (series, before) = (Table.Of(area), YearBefore?.Of(area));
        return Enumerable.Range(0, Months.Count).Select(i =>
        {
            var shown = View.Of(Table.Metric, at(series, i), at(_nation, i), at(before, i));
            return new HeatCell(shown, at(series, i) is null ? Words.NotPublished : View.Text(shown, Table.Metric));
        });
    }
}

/// <summary>An area of the heat table, month by month and for the year so far.</summary>
public sealed record HeatRow(Area Area, string? CssClass, IReadOnlyList<HeatCell> Cells, HeatCell Total)
{
    /// <summary>The months and the year so far.</summary>
    public IReadOnlyList<HeatCell> Figures => [.. Cells, Total];
}

/// <summary>A figure of the heat table, or null with a text that says so.</summary>
public sealed record HeatCell(double? Shown, string Text, string? CssClass = null);
