using System.Text;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>Writes a sheet: a frozen heading row, then rows. Allocates no object per cell and writes only ASCII: texts are in the shared strings.</summary>
internal sealed class XlsxRowWriter(Stream stream, SharedStrings texts, IReadOnlyList<Column> columns) : IRowWriter
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Of a column in a workbook, in characters.
    private const int MaxWidth = 255;

    // Day 0 of the dates of a workbook.
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    private readonly Utf8Buffer _buffer = new(stream);
    private readonly bool[] _isCount = [.. columns.Select(c => c is { Type: ColumnType.Count, IsIdentifier: false, References: null })];
    private int _rows;
    private int _column;

    public void WriteHeadings(IEnumerable<string> headings)
    {
        _buffer.Write(
            """
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
            <sheetFormatPr defaultRowHeight="18"/><cols>
            """u8);
        foreach (var (i, heading) in headings.Index())
        {
            var ofHeading = 3 + heading.Sum(c => c < 0x1000 ? 1 : 2);
            WriteWidth(i + 1, Math.Min(MaxWidth, Math.Max(Width(columns[i]), ofHeading)));
        }
        _buffer.Write("</cols><sheetData>"u8);
        foreach (var heading in headings) Write(texts.Heading(heading));
        EndRow();
    }

    public void WriteText(string text) => Write(text.Length == 0 ? "<c/>"u8 : texts[_column, text]);

    /// <summary>The first day of the month, shown as 2026年4月.</summary>
    public void WriteMonth(YearMonth? month)
    {
        if (month is { } value) WriteDay("<c s=\"3\"><v>"u8, new DateOnly(value.Year, value.Month, 1));
        else Write("<c/>"u8);
    }

    public void WriteDate(DateOnly day) => WriteDay("<c s=\"2\"><v>"u8, day);

    public void WriteNumber(long? number)
    {
        if (number is not { } value)
        {
            Write("<c/>"u8);
            return;
        }

        WriteValue(_isCount[_column] ? "<c s=\"4\"><v>"u8 : "<c><v>"u8, value);
    }

    public void WriteRatio(double? number)
    {
        if (number is not { } value)
        {
            Write("<c/>"u8);
            return;
        }

        Write("<c s=\"5\"><v>"u8);
        _buffer.WriteNumber(value);
        _buffer.Write("</v></c>"u8);
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        EndRow();
        return _buffer.FlushIfFullAsync(cancellationToken);
    }

    /// <param name="tableId">The relationship to the table of the sheet.</param>
    public ValueTask FinishAsync(string tableId, CancellationToken cancellationToken)
    {
        _buffer.Write(Encoding.UTF8.GetBytes(
            $"</sheetData><tableParts xmlns:r=\"{Relationships}\" count=\"1\"><tablePart r:id=\"{tableId}\"/></tableParts></worksheet>"));
        return _buffer.FlushAsync(cancellationToken);
    }

    // In characters, with room for the button of the filter beside the heading.
    private static int Width(Column column) => column.Width ?? column.Type switch
    {
        ColumnType.Text => 22,
        ColumnType.Time => 22,
        _ => 12,
    };

    private void WriteWidth(int column, int width)
    {
        _buffer.Write("<col min=\""u8);
        _buffer.WriteNumber((long)column);
        _buffer.Write("\" max=\""u8);
        _buffer.WriteNumber((long)column);
        _buffer.Write("\" width=\""u8);
        _buffer.WriteNumber((long)width);
        _buffer.Write("\" customWidth=\"1\"/>"u8);
    }

    private void WriteDay(ReadOnlySpan<byte> start, DateOnly day) => WriteValue(start, day.DayNumber - FirstDay.DayNumber);

    private void WriteValue(ReadOnlySpan<byte> start, long value)
    {
        if (_column++ == 0) _buffer.Write("<row>"u8);
        _buffer.Write(start, value, "</v></c>"u8);
    }

    private void Write(ReadOnlySpan<byte> cell)
    {
        if (_column++ == 0) _buffer.Write("<row>"u8);
        _buffer.Write(cell);
    }

    private void EndRow()
    {
        if (++_rows > SheetFullException.MaxRows) throw new SheetFullException();
        _buffer.Write("</row>"u8);
        _column = 0;
    }
}
