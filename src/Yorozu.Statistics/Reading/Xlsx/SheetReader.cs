using System.Globalization;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Html;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>Reads the cells of one sheet as a reader of the workbook sees them.</summary>
internal sealed class SheetReader(int number, WorkbookTexts texts, WorkbookStyles styles, bool startsIn1904, ReadingLimits limits)
{
    private const int MaxRow = 1_048_576;

    private readonly Sheet _sheet = new(number);
    private int _column;

    public Sheet Read(PartReader reader, CancellationToken cancellationToken)
    {
        var list = "";
        while (!limits.Exceeded && reader.MoveToElement())
        {
            if (reader.Depth == 1) list = reader.Name;
            else if (list == "cols" && reader.Depth == 2) ReadColumns(reader);
            else if (list == "sheetData" && reader is { Depth: 2, Name: "row" })
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadRow(reader);
            }
            else if (list == "sheetData" && reader is { Depth: 3, Name: "c" }) ReadCell(reader);
            else if (list == "mergeCells" && reader.Depth == 2) Merge(reader.Attribute("ref"));
        }

        return _sheet;
    }

    private void ReadColumns(PartReader reader)
    {
        if (!reader.Flag("hidden") && reader.Attribute("width") != "0") return;
        _sheet.HideColumns(Math.Clamp(reader.Number("min"), 1, Sheet.MaxColumn), Math.Clamp(reader.Number("max"), 1, Sheet.MaxColumn));
    }

    private void ReadRow(PartReader reader)
    {
        var row = reader.Number("r", _sheet.LastRow + 1);
        if (row <= _sheet.LastRow || row > MaxRow) throw WorkbookException.Damaged(SourcePosition.InSheet(number, Math.Clamp(row, 1, MaxRow), 1));
        _sheet.AddRow(row, reader.Flag("hidden") || reader.Attribute("ht") == "0");
        _column = 0;
    }

    private void ReadCell(PartReader reader)
    {
        var (row, column) = reader.Attribute("r") is { Length: > 0 } reference ? CellReference.Read(reference) : new(_sheet.LastRow, _column + 1);
        var place = SourcePosition.InSheet(number, Math.Max(1, _sheet.LastRow), column);
        if (row != _sheet.LastRow || column <= _column || column > Sheet.MaxColumn || _sheet.LastRow == 0) throw WorkbookException.Damaged(place);
        _column = column;
        var type = reader.Attribute("t");
        var (format, isStruck) = styles.Of(reader.Number("s"));
        var (text, hasSeveral) = Content(reader, type, format, place);
        if (string.IsNullOrWhiteSpace(text)) return;
        texts.Count(text);
        _sheet.Add(column, new Cell(Markup.Strip(isStruck ? RichText.Struck(text) : text), place) { HasSeveralFigures = hasSeveral });
    }

    private RichText Content(PartReader reader, string type, NumberFormat format, SourcePosition place)
    {
        var (formula, value, inline) = ((string?)null, (string?)null, default(RichText));
        var depth = reader.Depth + 1;
        var isOpen = !reader.IsEmpty;
        while (isOpen && reader.MoveToElement(depth))
        {
            // A cell in a cell, or a second value.
            if (reader.Name == "c" || (reader.Name == "v" && value is not null)) throw WorkbookException.Damaged(place);
            if (reader.Name == "f") formula = reader.Text();
            else if (reader.Name == "v") value = reader.Text();
            else if (reader.Name == "is") inline = RichText.Read(reader);
        }

        // A formula whose result the program that wrote the file did not store.
        if (formula is not null && string.IsNullOrEmpty(value) && type != "str") return new RichText("=" + formula, false);
        if (string.IsNullOrWhiteSpace(value)) return inline;
        return type switch
        {
            "s" => texts[value],
            "str" => new RichText(RichText.Unescape(value), false),
            "e" when value.StartsWith('#') => new RichText(RichText.Unescape(value), false),
            "b" => new RichText(value == "1" ? "TRUE" : "FALSE", false),
            "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) && date.Year >= 1900 =>
                new RichText(format.Text(date.ToOADate(), false), false),
            "" or "n" => new RichText(Number(value, format, place), false),
            _ => throw WorkbookException.Damaged(place),
        };
    }

    private string Number(string value, NumberFormat format, SourcePosition place)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw WorkbookException.Damaged(place);
        }

        if (number == 0 && format.HidesZero) _sheet.HiddenZero ??= place;
        return format.Text(number, startsIn1904);
    }

    private void Merge(string reference)
    {
        if (reference.Split(':') is not [var from, var to]) return;
        var (first, last) = (CellReference.Read(from), CellReference.Read(to));
        _sheet.Merge(first, last, limits);
    }
}
