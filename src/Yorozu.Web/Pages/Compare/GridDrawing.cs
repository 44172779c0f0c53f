using Microsoft.Extensions.Localization;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Compare;

/// <summary>Draws a <see cref="ComparisonGrid"/>, a few areas below each other where there are many.</summary>
internal static class GridDrawing
{
    private const int MaxAreas = 6;
    private const double Names = 208;
    private const double MaxColumn = 220;
    private const double Gap = 16;
    private const double LineHeight = 18;
    private static readonly TextStyle Name = new(14);
    private static readonly TextStyle Figure = new(15, IsBold: true);
    private static readonly TextStyle Small = new(12, Palette.Ink2);

    /// <returns>The foot of the last row.</returns>
    public static double Draw(Canvas canvas, ComparisonGrid grid, Box room, IStringLocalizer<UiText> text)
    {
        var columns = Math.Min(MaxAreas, grid.Areas.Count);
        var width = Math.Min(MaxColumn, (room.Width - Names) / columns);
        var y = room.Top;
        foreach (var band in Enumerable.Range(0, grid.Areas.Count).Chunk(columns)) y = Band(canvas, grid, band, width, room with { Top = y }, text) + Gap;
        return y;
    }

    private static double Band(Canvas canvas, ComparisonGrid grid, int[] areas, double width, Box room, IStringLocalizer<UiText> text)
    {
        var y = room.Top + LineHeight;
        string[] headings = [grid.TotalHeading(text), .. grid.HasChange ? [grid.ChangeHeading(text)] : Array.Empty<string>()];
        foreach (var line in Lettering.Lines(headings, Small.Size, Names - Gap))
        {
            canvas.Text(line, room.Left, y, Small);
            y += LineHeight;
        }

        foreach (var (column, area) in areas.Index())
        {
            var name = grid.Areas[area].DisplayName();
            canvas.Text(name, Left(column), room.Top + LineHeight, FittedTo(name, Name with { IsBold = true }));
        }

        foreach (var section in grid.Sections)
        {
            if (section.Name.Length > 0)
            {
                canvas.Text(section.Name, room.Left, y + LineHeight, Name with { IsBold = true });
                y += 2 * LineHeight;
            }

            foreach (var row in section.Rows)
            {
                canvas.Line(room.Left, y - 4, Left(areas.Length) - Gap, y - 4, Palette.Line);
                y = Row(row, y) + LineHeight;
            }
        }

        return y;

        double Left(int column) => room.Left + Names + (column * width);

        double Row(GridRow row, double top)
        {
            var foot = top + (LineHeight / 2);
            foreach (var line in Lettering.Lines([row.Name + row.Unit], Name.Size, Names - Gap))
            {
                canvas.Text(line, room.Left, foot, Name);
                foot += LineHeight;
            }

            foreach (var (column, area) in areas.Index())
            {
                foot = Math.Max(foot, Cell(row, row.Cells[area], new Box(Left(column), top, Left(column) + width - Gap, top)));
            }

            return foot;
        }

        double Cell(GridRow row, GridCell cell, Box place)
        {
            var total = Words.Figure(cell.Standing.Total, row.Metric);
            canvas.Text(total, place.Left, place.Top + (LineHeight / 2), FittedTo(total, Figure));
            string[] details =
            [
                .. grid.HasChange ? [Words.Change(cell.Change, row.Metric)] : Array.Empty<string>(),
                .. cell.Standing.Rank is { } rank ? [$"{text["順位"]} {Words.Rank(rank)}"] : Array.Empty<string>(),
            ];
            var detail = string.Join('　', details);
            canvas.Text(detail, place.Left, place.Top + (1.5 * LineHeight), FittedTo(detail, Small));
            return cell.Trend.Draw(canvas, place with { Top = place.Top + (2.25 * LineHeight) });
        }

        TextStyle FittedTo(string words, TextStyle style) =>
            style with { Size = Math.Min(style.Size, style.Size * (width - Gap) / Math.Max(1, Lettering.Width(words, style.Size, style.IsBold))) };
    }
}
