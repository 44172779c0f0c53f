namespace Yorozu.Statistics.Reading;

/// <summary>Cuts plain text into lines and tables. A table is a run of lines with tabs.</summary>
internal sealed class TextGridReader
{
    private readonly List<Block> _blocks = [];
    private readonly List<GridRow> _rows = [];
    private bool _startsParagraph = true;

    public static IReadOnlyList<Block> Read(string text, CancellationToken cancellationToken)
    {
        var reader = new TextGridReader();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.ReadLine(line, ++number);
        }

        reader.EndTable();
        return reader._blocks;
    }

    private void ReadLine(ReadOnlySpan<char> line, int number)
    {
        if (line.IsWhiteSpace())
        {
            _startsParagraph = true;
        }
        else if (line.Contains('\t') && RowOf(line, number) is { } row)
        {
            _rows.Add(row);
            _startsParagraph = true;
        }
        else
        {
            EndTable();
            _blocks.Add(LineOf(line, number));
            _startsParagraph = false;
        }
    }

    private void EndTable()
    {
        if (_rows.Count == 0) return;
        _blocks.Add(new Grid(_rows[0].Position, [.. _rows]));
        _rows.Clear();
    }

    private static GridRow? RowOf(ReadOnlySpan<char> line, int number)
    {
        var cells = new Cell[line.Count('\t') + 1];
        var i = 0;
        foreach (var range in line.Split('\t'))
        {
            var text = line[range];
            var lead = text.Length - text.TrimStart().Length;
            cells[i++] = new Cell(Markup.Strip(text), SourcePosition.InText(number, range.Start.Value + (lead == text.Length ? 0 : lead) + 1));
        }

        // Only the first cell is filled: a heading or a note that came through a spreadsheet.
        if (Array.TrueForAll(cells[1..], c => c.IsBlank) && AreaName.Read(cells[0].Text) is null) return null;
        return new GridRow(SourcePosition.InText(number, 1), cells);
    }

    private Line LineOf(ReadOnlySpan<char> line, int number)
    {
        var column = line.Length - line.TrimStart().Length + 1;
        var text = line.Trim();
        var style = Markup.IsLink(text.ToString()) ? LineStyle.Link : LineStyle.Plain;
        if (text[0] == '#')
        {
            style = LineStyle.Heading;
            text = text.TrimStart('#');
        }

        return new Line(SourcePosition.InText(number, column), Markup.Strip(text), style, _startsParagraph || style == LineStyle.Heading);
    }
}
