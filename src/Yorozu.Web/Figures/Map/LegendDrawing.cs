using Microsoft.Extensions.Localization;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Map;

/// <summary>Draws a <see cref="Legend"/>, and the fill of what has no figure.</summary>
internal static class LegendDrawing
{
    private const double Row = 26;
    private const double LineHeight = 18;
    private const double Swatch = 24;
    private const double Gap = 10;
    private const string NoFigure = "no-figure";
    private static readonly TextStyle Style = new(14);
    private static readonly TextStyle Muted = new(13, Palette.Ink2);

    /// <summary>The classes from the greatest to the least, then the method.</summary>
    /// <param name="colors">Of the classes, the lowest first.</param>
    /// <param name="isRow">True where the classes stand beside each other.</param>
    /// <returns>The foot of the legend.</returns>
    public static double Draw(
        Canvas canvas, Legend legend, IReadOnlyList<string> colors, Box room, IStringLocalizer<UiText> text, bool isRow = false)
    {
        (string Fill, string Name)[] classes =
        [
            .. legend.GreatestFirst.Select(group => (colors[group.Step], legend.Range(group) + legend.Members(group, text))),
            .. legend.HasGaps ? [($"url(#{NoFigure})", legend.GapText(text))] : Array.Empty<(string, string)>(),
        ];
        var (x, y) = (room.Left, room.Top);
        foreach (var (fill, name) in classes)
        {
            var end = x + Swatch + Gap + Lettering.Width(name, Style.Size);
            if (isRow && x > room.Left && end > room.Right) (x, y, end) = (room.Left, y + Row, room.Left + end - x);
            var foot = Class(fill, name, x, y);
            (x, y) = isRow ? (end + (2 * Gap), y) : (x, foot);
        }

        if (isRow) y += Row;
        foreach (var line in Lettering.Lines([legend.MethodText(text)], Muted.Size, room.Width))
        {
            y += LineHeight;
            canvas.Text(line, room.Left, y, Muted);
        }

        return y + LineHeight;

        double Class(string fill, string name, double left, double middle)
        {
            canvas.Add(
                "rect",
                ("x", left),
                ("y", middle - 8),
                ("width", Swatch),
                ("height", 16),
                ("fill", fill),
                ("stroke", Palette.Line));
            var lines = Lettering.Lines([name], Style.Size, room.Right - left - Swatch - Gap);
            foreach (var (i, line) in lines.Index()) canvas.Text(line, left + Swatch + Gap, middle + (i * LineHeight), Style);
            return middle + Row + ((lines.Count - 1) * LineHeight);
        }
    }

    public static string Fill(Legend legend, IReadOnlyList<string> colors, double? shown) =>
        shown is { } value ? colors[legend.Classes.StepOf(value)] : $"url(#{NoFigure})";

    /// <summary>Defines the fill of what has no figure.</summary>
    public static void Hatch(Canvas canvas) => canvas.Group(
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
}
