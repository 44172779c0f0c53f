using Microsoft.Extensions.Localization;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>The 47 prefectures with bars, shares or changes, and ranks, in code order or by value.</summary>
public sealed record RankingTable(string Caption, PrefectureFigures Figures, IReadOnlySet<string> Highlighted, string HrefQuery = "") : IFigureTable
{
    // Bars start at zero, wherever that lies on the scale.
    private readonly double _min = Math.Min(0, Figures.Rows.Min(r => r.Shown) ?? 0);
    private readonly double _max = Math.Max(0, Figures.Rows.Max(r => r.Shown) ?? 0);

    public IReadOnlyList<RankedArea> Rows => Figures.Rows;

    public Metric Metric => Figures.Table.Metric;

    public FigureView View => Figures.View;

    public bool HasMovement => Rows.Any(r => r.Movement.HasValue);

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [
            text["都道府県"],
            .. Headings(text).Select((h, i) => i == RatioColumn ? RatioHeading(h) : h),
            text["順位"],
            .. HasMovement ? [text["動き（順位が上がると正）"]] : Array.Empty<string>(),
        ],
        Rows.Select(r => (IReadOnlyList<FigureCell>)
        [
            FigureCell.Of(r.Area.DisplayName()),
            .. Ordered(FigureCell.Of(r.Value), FigureCell.Percent(Ratio(r))),
            FigureCell.Of(r.Rank?.Place),
            .. HasMovement ? [FigureCell.Of(r.Movement)] : Array.Empty<FigureCell>(),
        ]));

    /// <summary>The figure and its change or share; first, beside the bar, the one that the bar draws.</summary>
    public IReadOnlyList<string> Headings(IStringLocalizer<UiText> text) => Ordered(
        text["値（{0}）", Metric.UnitName()].Value, View == FigureView.Yoy ? FigureViews.ChangeName(Figures.Compared, text) : Words.ShareName(Metric));

    /// <summary>The cells under <see cref="Headings"/>.</summary>
    public IReadOnlyList<RankingCell> Cells(RankedArea row) => Ordered(
        new RankingCell(Words.Figure(row.Value, Metric), row.Value is null),
        new RankingCell(View == FigureView.Yoy ? Words.Change(row.Shown, Metric) : Words.Share(row.Share), false));

    /// <summary>Which end is the first, where that is not the most; what the arrows are.</summary>
    public string Notes(IStringLocalizer<UiText> text) =>
        (View == FigureView.Yoy || Metric.Formula is not null ? text["。順位は高い順"] : "") + (HasMovement ? text["。↑↓は前月までの順位からの動き"] : "");

    public bool IsHighlighted(RankedArea row) => Highlighted.Contains(row.Area.Code);

    /// <summary>The start and length of a row's bar, in percent.</summary>
    public (int Start, int Length) Bar(RankedArea row)
    {
        var range = _max > _min ? _max - _min : 1;
        var length = Math.Abs(row.Shown ?? 0) * 100 / range;
        var zero = -_min * 100 / range;
        return ((int)Math.Round(row.Shown < 0 ? zero - length : zero), (int)Math.Round(length));
    }

    private string RatioHeading(string heading) => View == FigureView.Yoy ? FigureData.Change(heading, Metric) : FigureData.Percent(heading);

    private int RatioColumn => View == FigureView.Yoy ? 0 : 1;

    private T[] Ordered<T>(T value, T ratio) => View == FigureView.Yoy ? [ratio, value] : [value, ratio];

    private double? Ratio(RankedArea row) => View == FigureView.Yoy ? row.Shown : row.Share;
}

/// <summary>A figure or ratio of the ranking.</summary>
public sealed record RankingCell(string Text, bool IsMissing);
