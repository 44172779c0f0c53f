using Yorozu.Data.Extracts.Datasets;
using Yorozu.Statistics;


namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>Writes a sheet: a frozen heading row, then rows. Allocates no object per cell and writes only ASCII: texts are in the shared strings.</summary>
internal sealed class XlsxRowWriter(Stream stream, SharedStrings texts) : IRowWriter
{
    // Day 0 of the dates of a workbook.
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    private readonly Utf8Buffer _buffer = new(stream);
    private int _rows;
    private bool _midRow;

    public void WriteHeadings(IEnumerable<string> headings)
    {
        _buffer.Write(
            """
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
            <sheetFormatPr defaultColWidth="16" defaultRowHeight="18"/><sheetData>
            """u8);
        foreach (var heading in headings) Write(texts.Heading(heading));
        EndRow();
    }

    public void WriteText(string text) => Write(text.Length == 0 ? "<c/>"u8 : texts[text]);

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

        Write("<c><v>"u8);
        _buffer.WriteNumber(value);
        _buffer.Write("</v></c>"u8);
    }

    public void WriteRatio(double? number)
    {
        if (number is not { } value)
        {
            Write("<c/>"u8);
            return;
        }

        Write("<c><v>"u8);
        _buffer.WriteNumber(value);
        _buffer.Write("</v></c>"u8);
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        EndRow();
        return _buffer.FlushIfFullAsync(cancellationToken);
    }

    public ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        _buffer.Write("</sheetData></worksheet>"u8);
        return _buffer.FlushAsync(cancellationToken);
    }

    private void WriteDay(ReadOnlySpan<byte> start, DateOnly day)
    {
        Write(start);
        _buffer.WriteNumber(day.DayNumber - FirstDay.DayNumber);
        _buffer.Write("</v></c>"u8);
    }

    private void Write(ReadOnlySpan<byte> cell)
    {
        if (!_midRow) _buffer.Write("<row>"u8);
        _midRow = true;
        _buffer.Write(cell);
    }

    private void EndRow()
    {
        if (++_rows > SheetFullException.MaxRows) throw new SheetFullException();
        _buffer.Write("</row>"u8);
        _midRow = false;
    }
}
