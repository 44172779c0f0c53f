using Yorozu.Data.Extracts.Datasets;
using Yorozu.Statistics;


namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>Writes a sheet: a frozen heading row, then rows. Allocates no object per cell and writes only ASCII: texts are in the shared strings.</summary>
internal sealed class XlsxRowWriter(Stream stream, SharedStrings texts) : IRowWriter
{
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

    public void WriteMonth(YearMonth? month) => WriteText(month?.ToString() ?? "");

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
