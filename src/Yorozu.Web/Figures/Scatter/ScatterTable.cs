using System.Globalization;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Scatter;

/// <summary>Two metrics of one year, prefecture by prefecture: the table from which the scatter chart is drawn.</summary>
/// <param name="Period">The month, or the year so far, in words.</param>
public sealed record ScatterTable(
    PrefectureFigures Across, PrefectureFigures Up, string Period, bool WantsLog, IReadOnlySet<string> Highlighted) : IFigureTable, IFigureChart
{
    private readonly Dictionary<Area, RankedArea> _up = Up.Rows.ToDictionary(r => r.Area);

    /// <summary>A logarithmic scale has no zero.</summary>
    public bool CanBeLog => Across.Rows.Concat(Up.Rows).All(r => r.Value is null or > 0);

    public bool IsLog => WantsLog && CanBeLog;

    public string? Scale => IsLog ? "log" : null;

    public string MedianAcross => Text(Median(Across));

    public string MedianUp => Text(Median(Up));

    public string HeadingAcross => Heading(Across);

    public string HeadingUp => Heading(Up);

    public Metric MetricAcross => Across.Table.Metric;

    public Metric MetricUp => Up.Table.Metric;

    public IEnumerable<ScatterRow> Rows => Across.Rows.Select(r => new ScatterRow(
        r.Area, Highlighted.Contains(r.Area.Code) ? "highlight" : null, r.Value, _up[r.Area].Value));

    public static ScatterTable Of(
        MetricYear across,
        MetricYear up,
        YearMonth? month,
        AreaOrder order,
        bool wantsLog,
        IReadOnlySet<string> highlighted,
        IStringLocalizer<UiText> text) => new(
        PrefectureFigures.Of(across, month, order),
        PrefectureFigures.Of(up, month, order),
        month?.FullName() ?? text["年度累計（{0}分まで）", across.LastMonth?.MonthName() ?? "―"],
        wantsLog,
        highlighted);

    /// <summary>The chart; null without a prefecture that has both figures.</summary>
    public IFigureChart? Chart => Points.Any() ? this : null;

    private IEnumerable<ChartPoint> Points => Rows.Where(r => r is { Across: not null, Up: not null })
        .Select(r => new ChartPoint(NameOf(r.Area.Prefecture!), r.Across!.Value, r.Up!.Value, r.CssClass is not null));

    public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text) =>
        PointChart.Draw(canvas, new PointData(HeadingAcross, HeadingUp, [.. Points], Median(Across), Median(Up), IsLog), room);

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [text["都道府県"], HeadingAcross, HeadingUp],
        Rows.Select(r => (IReadOnlyList<FigureCell>)[FigureCell.Of(r.Area.DisplayName()), FigureCell.Of(r.Across), FigureCell.Of(r.Up)]));

    public FigureBlock Block(IStringLocalizer<UiText> text)
    {
        var (x, y, year) = (Across.Table.Metric, Up.Table.Metric, Across.Table.Year);
        return new FigureBlock(
            "scatter",
            new Subject(text["{0}と{1}", x.FullName(), y.FullName()], $"{x.UnitName()}・{y.UnitName()}", text["都道府県別"], $"{year.DisplayName()} {Period}"),
            FigureSources.Of(Across.Table, Up.Table))
        {
            Title = text["{0}と{1}", x.DisplayName(), y.DisplayName()],
            Subtitle = text["横: {0}（{1}）　縦: {2}（{3}）　{4}、{5}", x.DisplayName(), x.UnitName(), y.DisplayName(), y.UnitName(), year.DisplayName(), Period]
                + (IsLog ? text["　目盛は対数"] : ""),
            Remarks = [text["破線は中央値です。"], text["名前は、強調した都道府県と、重ならずに書ける都道府県だけです。"]],
            Extract = ExtractLink.To([x, y], year, month: Across.Month),
            Table = this,
            Chart = Chart,
        };
    }

    private static string Heading(PrefectureFigures figures) => figures.Table.Metric.DisplayName() + Words.Bracketed(figures.Table.Metric.UnitName());

    private static double? Median(PrefectureFigures figures) => Average.Median(figures.Rows.Select(r => r.Value));

    private static string Text(double? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Of 47 names that all end so, 都, 府 and 県 say nothing.
    private static string NameOf(Prefecture prefecture) => UiLanguage.IsEnglish ? prefecture.DisplayName() : prefecture.ShortName;
}

/// <summary>A prefecture with its two figures.</summary>
public sealed record ScatterRow(Area Area, string? CssClass, double? Across, double? Up);
