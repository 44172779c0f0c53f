using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Text;

/// <summary>
/// Splits plain text into lines and tables. A row of a table has tabs (as published, and as copied from a browser or a
/// spreadsheet), commas or semicolons (CSV), or pipes (Markdown).
/// </summary>
internal sealed class TextGridReader(ReadingLimits limits)
{
    private readonly RowFlow _flow = new(limits);

    public IReadOnlyList<Block> Read(string text, CancellationToken cancellationToken)
    {
        var rows = new TextRows(text, TextLayout.Of(text), ReadingLimits.MaxCells);
        while (!limits.Exceeded && rows.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddRow(rows);
        }

        _flow.EndTable();
        return _flow.Blocks;
    }

    private void AddRow(TextRows row)
    {
        if (row.Line.IsWhiteSpace()) _flow.AddBlank();
        else if (row.Cells is { } cells) _flow.AddRow(cells);
        else if (Markup.Strip(row.Line) is var label && _flow.IsRow(label)) _flow.AddLabel(new Cell(label, row.Position));
        else _flow.AddLine(row.Line.Trim(), row.Position);
    }
}
