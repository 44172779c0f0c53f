using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Map;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>The blocks of a metric that show the 47: map and ranking, and the heat table.</summary>
/// <param name="Pickers">What the form of the map and the ranking asks for.</param>
/// <param name="Note">Why there is nothing to compare; null where there is.</param>
public sealed record MetricPrefectures(
    FigureBlock Block,
    IReadOnlyList<Picker> Pickers,
    AreaPicker Highlight,
    Tabs Views,
    string? Note,
    PrefectureMap Map,
    RankingTable Ranking,
    FigureBlock HeatBlock,
    Tabs HeatViews,
    Tabs? HeatColumns,
    HeatTable Heat)
{
    public static MetricPrefectures Of(MetricModel page, MetricYear? before, IStringLocalizer<UiText> text)
    {
        var (table, metric, show) = (page.Table, page.Table.Metric, page.Show);
        var figures = PrefectureFigures.Of(table, page.Month, page.Order, show, before);
        var period = page.Month?.FullName() ?? text["年度累計（{0}分まで）", table.LastMonth?.MonthName() ?? "―"];
        var unit = show.Unit(metric);
        var ranking = new RankingTable(CaptionOf(figures, period, text), figures, page.Highlighted, $"?metric={metric.Key}&fy={table.Year}");
        var map = figures.Map(text["{0}の都道府県別の地図", metric.DisplayName()], page.Classes, page.Highlighted);
        var isYearToDate = metric.IsIndicator && page.Heat == Figures.Ranking.HeatColumns.Usual;
        var heat = new HeatTable(text["{0}の都道府県別・月別の値", metric.DisplayName()], figures, before, page.Classes, page.Highlighted) { IsYearToDate = isYearToDate };
        var note = NoteOf(page, figures, text);
        return new MetricPrefectures(
            new FigureBlock("prefectures", About($"{table.Year.DisplayName()} {period}"), FigureSources.Of(table))
            {
                Title = RankingSentences.Greatest(figures, text),
                Subtitle = text["単位: {0}　{1}、{2}", unit, table.Year.DisplayName(), period] + ColorsOf(figures, text),
                Remarks = note is null ? [] : [note],
                Extract = ExtractLink.To([metric], table.Year, month: page.Month),
                Table = ranking,
                Chart = map,
            },
            [Picker.Months(table, page.Month, text), Orders(page, text), Methods(page.Classes, text)],
            new AreaPicker("highlight", text["強調する都道府県を選ぶ"], text["強調する"], Area.All.Skip(1), page.Highlighted),
            FigureViews.Tabs(page.Request, "show", "#prefectures", show, metric, figures.Compared, text),
            note,
            map,
            ranking,
            new FigureBlock("months", About(table.Year.DisplayName()), FigureSources.Of(table))
            {
                Title = text["都道府県と月の一覧"],
                Subtitle = text["単位: {0}　{1}　{2}", unit, table.Year.DisplayName(), show == FigureView.Yoy ? text["青は増、橙は減。凡例の端の色ほど大きい"] : Shades(metric, text)]
                    + (isYearToDate ? text["　各月の欄は4月からその月までの累計による値"] : ""),
                Extract = ExtractLink.To([metric], table.Year),
                Table = heat,
                Chart = heat.Months.Count > 0 ? heat : null,
            },
            FigureViews.Tabs(page.Request, "show", "#months", show, metric, isYearToDate ? ComparedPeriod.YearToDate : ComparedPeriod.Month, text),
            metric.IsIndicator ? ColumnsOf(page, text) : null,
            heat);

        Subject About(string when) => new(metric.FullName(), unit, text["都道府県別"], when);
    }

    // A ratio of one month is shown with what it is not.
    private static string? NoteOf(MetricModel page, PrefectureFigures figures, IStringLocalizer<UiText> text)
    {
        if (figures.View == FigureView.Yoy && figures.Greatest is null) return FigureViews.NoYearBefore(figures.IsYearToDate, text);
        return page.Month is null ? null : figures.Table.Metric.MonthCaution();
    }

    private static Tabs ColumnsOf(MetricModel page, IStringLocalizer<UiText> text) => Figures.Views.Tabs.Of(
        page.Request,
        "heat",
        page.Heat,
        [(Figures.Ranking.HeatColumns.Usual, text["4月からの累計"]), (Figures.Ranking.HeatColumns.Months, text["その月だけ"])],
        anchor: "#months");

    private static LocalizedString Shades(Metric metric, IStringLocalizer<UiText> text) =>
        metric.Formula is null ? text["凡例の左の色ほど多い"] : text["凡例の左の色ほど高い"];

    private static LocalizedString CaptionOf(PrefectureFigures figures, string period, IStringLocalizer<UiText> text)
    {
        var name = figures.Table.Metric.DisplayName();
        if (figures.View != FigureView.Yoy) return text["都道府県別の{0}、{1}", name, period];
        return text["都道府県別の{0}、{1}、{2}", name, period, Words.Inside(FigureViews.ChangeName(figures.Compared, text))];
    }

    private static string ColorsOf(PrefectureFigures figures, IStringLocalizer<UiText> text) => figures.View switch
    {
        FigureView.Yoy => text["　色と順位は{0}", Words.Inside(FigureViews.ChangeName(figures.Compared, text))],
        FigureView.Share => text["　色と順位は全国比"],
        FigureView.Actual => "",
        _ => throw new ArgumentOutOfRangeException(nameof(figures), figures.View, "No such view."),
    };

    // The usual order needs no parameter: another view has another.
    private static Picker Orders(MetricModel page, IStringLocalizer<UiText> text)
    {
        return new("order", text["並び順"], [Option(AreaOrder.Code, text["コード順"]), Option(AreaOrder.Value, text["多い順"])]);

        PickerOption Option(AreaOrder order, string name) =>
            new(order == page.UsualOrder ? "" : order.ToString().ToLowerInvariant(), name, page.Order == order);
    }

    private static Picker Methods(ClassMethod chosen, IStringLocalizer<UiText> text) => new("classes", text["色の階級"],
    [
        new PickerOption("quantile", text["五分位"], chosen == ClassMethod.Quantile),
        new PickerOption("equalsteps", text["等間隔"], chosen == ClassMethod.EqualSteps),
    ]);
}
