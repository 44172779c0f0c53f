extern alias OpenXmlSdk;

using System.Globalization;
using System.Xml;
using OpenXmlSdk::DocumentFormat.OpenXml;
using OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet;

namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>One sheet: a frozen heading row, then rows. Texts are inline strings, so none can run as a formula; counts are numbers.</summary>
internal sealed class XlsxSheet(OpenXmlWriter writer)
{
    private const uint HeadingStyle = 1;

    public async Task<long> WriteAsync(IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 18, DefaultColumnWidth = 16 });
        writer.WriteStartElement(new SheetData());
        WriteRow([.. headings], HeadingStyle);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (++count >= SheetFullException.MostRows) throw new SheetFullException();
            WriteRow(row, 0);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
        return count;
    }

    public static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private void WriteRow(object?[] values, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in values) writer.WriteElement(Cell(value, style));
        writer.WriteEndElement();
    }

    private static Cell Cell(object? value, uint style)
    {
        var cell = new Cell { StyleIndex = style > 0 ? style : null };
        if (value is long number)
        {
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (value is string { Length: > 0 } text)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    // XML has no way to write most control characters.
    private static string Printable(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
        ? text
        : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
