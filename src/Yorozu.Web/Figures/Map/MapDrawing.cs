using Microsoft.Extensions.Localization;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Map;

/// <summary>Draws a <see cref="PrefectureMap"/> with its legend on the right, where the country leaves room.</summary>
internal static class MapDrawing
{
    // Of the view box of the outlines.
    private const double Width = 600;
    private const double Height = 612;
    private const double Gap = 32;

    /// <returns>The foot of the map.</returns>
    public static double Draw(Canvas canvas, PrefectureMap map, Box room, IStringLocalizer<UiText> text)
    {
        if (map.Legend.HasGaps) LegendDrawing.Hatch(canvas);
        canvas.Group("g", map.Label, () => Shapes(canvas, map), ("transform", FormattableString.Invariant($"translate({room.Left} {room.Top})")));
        LegendDrawing.Draw(canvas, map.Legend, ColorsOf(map.Legend), new Box(room.Left + Width + Gap, room.Top + Gap, room.Right, room.Top + Height), text);
        return room.Top + Height;
    }

    private static void Shapes(Canvas canvas, PrefectureMap map)
    {
        canvas.Add("path", ("d", PrefectureShapes.InsetLine), ("fill", "none"), ("stroke", Palette.LineStrong));
        foreach (var area in map.Areas)
        {
            canvas.AddNamed(
                map.Name(area),
                "path",
                ("d", area.Outline),
                ("fill", LegendDrawing.Fill(map.Legend, ColorsOf(map.Legend), area.Shown)),
                ("stroke", Palette.Ground),
                ("stroke-width", 0.8),
                ("stroke-linejoin", "round"));
        }

        foreach (var (stroke, width) in new[] { (Palette.Ground, 5.0), (Palette.Ink, 2.0) })
        {
            foreach (var area in map.Highlighted) canvas.Add("path", ("d", area.Outline), ("fill", "none"), ("stroke", stroke), ("stroke-width", width));
        }
    }

    private static IReadOnlyList<string> ColorsOf(Legend legend) => legend.Classes.IsDiverging ? Palette.Change : Palette.Map;
}
