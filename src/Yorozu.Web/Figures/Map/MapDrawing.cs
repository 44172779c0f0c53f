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
    private const double Row = 26;
    private const double Swatch = 24;
    private const double LineHeight = 18;
    private const string NoFigure = "no-figure";
    private static readonly TextStyle Style = new(14);
    private static readonly TextStyle Muted = new(13, Palette.Ink2);

    /// <returns>The foot of the map.</returns>
    public static double Draw(Canvas canvas, PrefectureMap map, Box room, IStringLocalizer<UiText> text)
    {
        if (map.Legend.HasGaps) Hatch(canvas);
        canvas.Group("g", map.Label, () => Shapes(canvas, map), ("transform", FormattableString.Invariant($"translate({room.Left} {room.Top})")));
        Legend(canvas, map.Legend, new Box(room.Left + Width + Gap, room.Top + Gap, room.Right, room.Top + Height), text);
        return room.Top + Height;
    }

    private static void Hatch(Canvas canvas) => canvas.Group(
        "defs",
        "",
        () => canvas.Group(
            "pattern",
            "",
            () =>
            {
                canvas.Rect(new Box(0, 0, 6, 6), Palette.Ground2);
                canvas.Line(0, 0, 0, 6, Palette.LineStrong, 1.5);
            },
            ("id", NoFigure),
            ("width", 6),
            ("height", 6),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)")));

    private static void Shapes(Canvas canvas, PrefectureMap map)
    {
        canvas.Add("path", ("d", PrefectureShapes.InsetLine), ("fill", "none"), ("stroke", Palette.LineStrong));
        foreach (var area in map.Areas)
        {
            canvas.AddNamed(
                map.Name(area),
                "path",
                ("d", area.Outline),
                ("fill", Fill(map.Legend, area.Shown)),
                ("stroke", Palette.Ground),
                ("stroke-width", 0.8),
                ("stroke-linejoin", "round"));
        }

        foreach (var (stroke, width) in new[] { (Palette.Ground, 5.0), (Palette.Ink, 2.0) })
        {
            foreach (var area in map.Highlighted) canvas.Add("path", ("d", area.Outline), ("fill", "none"), ("stroke", stroke), ("stroke-width", width));
        }
    }

    private static void Legend(Canvas canvas, Legend legend, Box room, IStringLocalizer<UiText> text)
    {
        var y = room.Top;
        foreach (var group in legend.GreatestFirst)
        {
            y = Class(Color(legend, group.Step), legend.Range(group) + legend.Members(group, text));
        }

        if (legend.HasGaps) y = Class($"url(#{NoFigure})", legend.GapText(text));
        foreach (var line in Lettering.Lines([legend.MethodText(text)], Muted.Size, room.Width))
        {
            y += 20;
            canvas.Text(line, room.Left, y, Muted);
        }

        double Class(string fill, string name)
        {
            canvas.Add(
                "rect",
                ("x", room.Left),
                ("y", y - 8),
                ("width", Swatch),
                ("height", 16),
                ("fill", fill),
                ("stroke", Palette.Line));
            var left = room.Left + Swatch + 10;
            var lines = Lettering.Lines([name], Style.Size, room.Right - left);
            foreach (var (i, line) in lines.Index()) canvas.Text(line, left, y + (i * LineHeight), Style);
            return y + Row + ((lines.Count - 1) * LineHeight);
        }
    }

    private static string Fill(Legend legend, double? shown) => shown is { } value ? Color(legend, legend.Classes.StepOf(value)) : $"url(#{NoFigure})";

    private static string Color(Legend legend, int step) => (legend.Classes.IsDiverging ? Palette.Change : Palette.Map)[step];
}
