using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>A row of a table whose tabs became two or more spaces: an area with its figures, or a header of months.</summary>
internal static partial class SpacedRow
{
    /// <summary>The cells of the line; null when it is not such a row. Blank cells are invisible and leave the row too short.</summary>
    public static Cell[]? Cells(ReadOnlySpan<char> line, int number)
    {
        if (!line.Contains("  ", StringComparison.Ordinal) && !line.Contains('\u3000')) return null;
        var text = line.TrimEnd().ToString();
        var cells = Piece().Matches(text).Select(m => new Cell(Markup.Strip(m.Value), SourcePosition.InText(number, m.Index + 1))).ToList();
        if (cells.Count < 2) return null;
        if (cells.TrueForAll(c => MonthLabel.Read(c.Text) is not null || ColumnHeading.IsCumulative(c.Text)) && MonthLabel.Read(cells[0].Text) is not null)
        {
            return [new Cell("", SourcePosition.InText(number, 1)), .. cells];
        }

        if (cells[0].Text.StartsWith("都道府県", StringComparison.Ordinal)
            && cells.Skip(1).All(c => MonthLabel.Read(c.Text) is not null || ColumnHeading.IsCumulative(c.Text)))
        {
            return [.. cells];
        }
        // 合　計 is one name.
        if (cells.Count > 2 && AreaName.Read(cells[0].Text) is null && AreaName.Read(cells[0].Text + cells[1].Text) is { IsNation: true })
        {
            cells[0] = cells[0] with { Text = cells[0].Text + cells[1].Text };
            cells.RemoveAt(1);
        }

        return AreaName.Read(cells[0].Text) is not null && cells.Skip(1).All(c => FigureParser.TryParse(c.Text, out _)) ? [.. cells] : null;
    }

    [GeneratedRegex("(?:[^\\s\u3000]|(?<=\\S) (?=\\S))+", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
