using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Map;

/// <summary>A map of the 47 prefectures in shades of one figure.</summary>
/// <param name="Label">The map's label for screen readers.</param>
/// <param name="Legend">The legend of the shades.</param>
/// <param name="Areas">All 47, in code order.</param>
public sealed record PrefectureMap(string Label, Legend Legend, IReadOnlyList<MapArea> Areas) : IFigureChart
{
    public IEnumerable<MapArea> Highlighted => Areas.Where(a => a.IsHighlighted);

    public string CssClass(MapArea area) => Legend.CssClass(area.Shown) ?? "none";

    /// <summary>岡山県 1,827件.</summary>
    public string Name(MapArea area) => $"{area.Prefecture.DisplayName()} {Legend.View.TextWithUnit(area.Shown, Legend.Metric)}";

    public string Credit(IStringLocalizer<UiText> text) => text["地図: 「国土数値情報（行政区域データ）」（国土交通省）を加工して作成"] + text["。沖縄県と奄美群島は位置と縮尺を変えて表示。"];

    public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text) => MapDrawing.Draw(canvas, this, room, text);
}

/// <summary>One prefecture of the map.</summary>
public sealed record MapArea(Prefecture Prefecture, double? Shown, string Href, bool IsHighlighted)
{
    public string? LinkClass => IsHighlighted ? "highlight" : null;

    public string Outline => PrefectureShapes.Outline(Prefecture.Code);

    public Tile Tile => PrefectureTiles.Of(Prefecture);

    public IEnumerable<(string Text, int Baseline)> TileLines => Tile.Lines(PrefectureTiles.Label(Prefecture));
}
