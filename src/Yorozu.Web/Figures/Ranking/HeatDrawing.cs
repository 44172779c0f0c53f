using Microsoft.Extensions.Localization;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Map;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>Draws a <see cref="HeatTable"/> with its legend below.</summary>
internal static class HeatDrawing
{
    private const double Row = 20;
    private const double MaxColumn = 110;
    private const double Padding = 6;
    private static readonly TextStyle Style = new(13);

    /// <returns>The foot of the legend.</returns>
    public static double Draw(Canvas canvas, HeatTable table, Box room, IStringLocalizer<UiText> text)
    {
        var (legend, rows, headings) = (table.Legend, table.Rows.ToList(), table.Headings(text));
        var colors = legend.Classes.IsDiverging ? Palette.HeatChange : Palette.Heat;
        if (legend.HasGaps) LegendDrawing.Hatch(canvas);
        var left = room.Left + rows.Max(r => Lettering.Width(r.Area.DisplayName(), Style.Size, isBold: true)) + (2 * Padding);
        var column = Math.Min(MaxColumn, (room.Right - left) / headings.Count);
        var widest = rows.SelectMany(r => r.Figures.Select(f => f.Text)).Concat(headings).Max(t => Lettering.Width(t, Style.Size, isBold: true));
        var figure = Style with { Anchor = "end", Size = Math.Min(Style.Size, Style.Size * (column - (2 * Padding)) / widest) };
        var y = room.Top + (Row / 2);
        foreach (var (i, heading) in headings.Index()) canvas.Text(heading, Right(i), y, figure with { Ink = Palette.Ink2 });
        foreach (var row in rows)
        {
            y += Row;
            var isBold = row.CssClass is not null;
            canvas.Group("g", row.Area.DisplayName(), () =>
            {
                canvas.Text(row.Area.DisplayName(), room.Left, y, Style with { IsBold = isBold });
                foreach (var (i, cell) in row.Figures.Index())
                {
                    if (i < row.Cells.Count && !row.Area.IsNation)
                    {
                        canvas.Rect(
                            new Box(left + (i * column), y - (Row / 2), left + ((i + 1) * column) - 1, y + (Row / 2) - 1),
                            LegendDrawing.Fill(legend, colors, cell.Shown));
                    }

                    canvas.Text(cell.Text, Right(i), y, figure with { IsBold = isBold });
                }
            });
        }

        return LegendDrawing.Draw(canvas, legend, colors, room with { Top = y + (2 * Row) }, text, isRow: true);

        double Right(int i) => left + ((i + 1) * column) - Padding;
    }
}
