using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Views;

/// <summary>The aspect of a figure to show.</summary>
public enum FigureView
{
    /// <summary>The figure itself (実数).</summary>
    Actual,

    /// <summary>The change from the same month of the previous year (前年同月比), or of years up to a month (前年同期比).</summary>
    Yoy,

    /// <summary>The share of the national figure (全国比).</summary>
    Share,
}

/// <summary>What is compared with the year before.</summary>
public enum ComparedPeriod
{
    /// <summary>A month (前年同月比).</summary>
    Month,

    /// <summary>The year up to a month (前年同期比).</summary>
    YearToDate,

    /// <summary>A finished year (前年度比).</summary>
    WholeYear,
}

/// <summary>Figures as a <see cref="FigureView"/> shows them.</summary>
public static class FigureViews
{
    /// <summary>The figure itself or a ratio; null when undefined.</summary>
    public static double? Of(this FigureView view, Metric metric, double? value, double? nation, double? yearBefore) => view switch
    {
        FigureView.Yoy => Ratio.Change(value, yearBefore, metric),
        FigureView.Share => Ratio.Share(value, nation),
        _ => value,
    };

    public static string Text(this FigureView view, double? shown, Metric metric) => view switch
    {
        FigureView.Yoy => Words.Change(shown, metric),
        FigureView.Share => Words.Share(shown),
        _ => Words.Figure(shown, metric),
    };

    /// <summary>43,808件, 6.4% or −3.2%.</summary>
    public static string TextWithUnit(this FigureView view, double? shown, Metric metric) =>
        view == FigureView.Actual ? Words.WithUnit(shown, metric) : view.Text(shown, metric);

    /// <summary>件, % of a share, % or ポイント of a change.</summary>
    public static string Unit(this FigureView view, Metric metric) => view switch
    {
        FigureView.Yoy => Words.UnitOfChange(metric).Trim(),
        FigureView.Share => "%",
        _ => metric.UnitName(),
    };

    public static ValueClasses Classes(this FigureView view, Metric metric, IEnumerable<double?> shown, ClassMethod method) => view == FigureView.Yoy
        ? ValueClasses.OfChanges(shown.OfType<double>(), method)
        : ValueClasses.Of(shown.OfType<double>(), method, value => view.Printed(value, metric));

    // As Words.Share and Words.Figure round.
    private static double Printed(this FigureView view, double shown, Metric metric)
    {
        var decimals = view == FigureView.Share ? (shown < 2 ? 3 : 1) : metric.Formula?.Decimals ?? 0;
        return Math.Round(shown, decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>Links that switch what a block shows.</summary>
    /// <param name="parameter">The parameter of the address that holds the choice.</param>
    /// <param name="anchor">The anchor of the block, to keep the scroll position.</param>
    /// <param name="compared">What a change compares with the year before.</param>
    public static Tabs Tabs(
        HttpRequest request, string parameter, string anchor, FigureView chosen, Metric metric, ComparedPeriod compared, IStringLocalizer<UiText> text) =>
        Views.Tabs.Of(
            request,
            parameter,
            chosen,
            [
                (FigureView.Actual, metric.Formula is null ? text["実数"] : text["値"]),
                (FigureView.Yoy, ChangeName(compared, text)),
                (FigureView.Share, Words.ShareName(metric)),
            ],
            anchor: anchor);

    public static string ChangeName(ComparedPeriod compared, IStringLocalizer<UiText> text) => compared switch
    {
        ComparedPeriod.Month => text["前年同月比"],
        ComparedPeriod.YearToDate => text["前年同期比"],
        ComparedPeriod.WholeYear => text["前年度比"],
        _ => throw new ArgumentOutOfRangeException(nameof(compared), compared, "No such period."),
    };

    /// <summary>Of figures of the year so far, or of the whole year.</summary>
    public static string YearChangeName(bool isWhole, IStringLocalizer<UiText> text) =>
        ChangeName(isWhole ? ComparedPeriod.WholeYear : ComparedPeriod.YearToDate, text);

    /// <summary>年度累計の順位, or 年度の順位 of a whole year.</summary>
    public static string YearRankName(bool isWhole, IStringLocalizer<UiText> text) => isWhole ? text["年度の順位"] : text["年度累計の順位"];

    /// <summary>Why there is nothing to compare with the year before.</summary>
    public static string NoYearBefore(bool isYearToDate, IStringLocalizer<UiText> text) => isYearToDate
        ? text["前年度の同じ期間が公表されていないため、前年同期比はありません。"]
        : text["前年度の同じ月が公表されていないため、前年同月比はありません。"];

    /// <summary>One month of a series; null without the series.</summary>
    public static double? At(this MonthlySeries? series, int index) => index < 0 ? null : series?.Months[index];

    /// <summary>The months that are compared with each other: of an indicator the years up to each.</summary>
    public static IReadOnlyList<double?>? Compared(this MonthlySeries? series, Metric metric) => metric.IsIndicator ? series?.Cumulative : series?.Months;

    /// <summary>The year up to a month.</summary>
    public static double? CumulativeAt(this MonthlySeries? series, int index) => index < 0 ? null : series?.Cumulative[index];
}
