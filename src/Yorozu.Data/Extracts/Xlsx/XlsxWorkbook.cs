extern alias OpenXmlSdk;
using System.Globalization;
using System.IO.Packaging;
using OpenXmlSdk::DocumentFormat.OpenXml;
using OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet;
using Yorozu.Data.Extracts.Columns;
using Column = Yorozu.Data.Extracts.Columns.Column;

namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>
/// A workbook, written sheet by sheet into a write-only package: memory holds only the distinct texts, however many rows there
/// are. Each part is therefore created and written in one go, the workbook last.
/// </summary>
internal sealed class XlsxWorkbook(Stream stream) : IDisposable
{
    private const string TableId = "table";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    // Built in: #,##0.
    private const uint CountFormat = 3;

    // Built in: #,##0.00.
    private const uint RatioFormat = 4;

    // The first two numbers that are free for formats of a workbook's own.
    private const uint DayFormat = 164;
    private const uint MonthFormat = 165;

    private readonly Package _package = Package.Open(stream, FileMode.Create, FileAccess.Write);
    private readonly SharedStrings _texts = new();
    private readonly List<string> _sheets = [];

    /// <summary>Adds a sheet with a table: a frozen heading row with filters, then rows.</summary>
    /// <returns>The number of rows below the heading.</returns>
    public async Task<long> AddSheetAsync(
        string name, IReadOnlyList<Column> columns, bool japaneseHeadings, Func<IRowWriter, Task<long>> writeRows, CancellationToken cancellationToken)
    {
        _sheets.Add(name);
        var headings = columns.Select(c => japaneseHeadings ? c.JapaneseName : c.Name).ToList();
        var sheet = CreatePart(SheetPath(_sheets.Count), "worksheet");
        long rows;
        await using (var content = sheet.GetStream(FileMode.Create, FileAccess.Write))
        {
            var writer = new XlsxRowWriter(content, _texts, columns);
            writer.WriteHeadings(headings);
            rows = await writeRows(writer);
            await writer.FinishAsync(TableId, cancellationToken);
        }

        var table = CreatePart($"/xl/tables/table{_sheets.Count}.xml", "table");
        sheet.CreateRelationship(table.Uri, TargetMode.Internal, Relationship + "table", TableId);
        Write(table, Table(name, (uint)_sheets.Count, headings, rows));
        return rows;
    }

    public void Finish()
    {
        const string stylesPath = "/xl/styles.xml";
        const string textsPath = "/xl/sharedStrings.xml";
        Write(CreatePart(stylesPath, "styles"), Styles());
        Write(CreatePart(textsPath, "sharedStrings"), _texts.ToPart());
        var workbook = CreatePart("/xl/workbook.xml", "sheet.main");
        _package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relationship + "officeDocument");
        workbook.CreateRelationship(new Uri(stylesPath, UriKind.Relative), TargetMode.Internal, Relationship + "styles");
        workbook.CreateRelationship(new Uri(textsPath, UriKind.Relative), TargetMode.Internal, Relationship + "sharedStrings");
        var sheets = _sheets.Select((name, i) => new Sheet
        {
            Name = name,
            SheetId = (uint)i + 1,
            Id = workbook.CreateRelationship(new Uri(SheetPath(i + 1), UriKind.Relative), TargetMode.Internal, Relationship + "worksheet").Id,
        });
        Write(workbook, new Workbook(new Sheets(sheets)));
    }

    public void Dispose() => _package.Close();

    private static Table Table(string name, uint id, List<string> headings, long rows)
    {
        // A table has at least one row below its headings, if only an empty one.
        var area = string.Create(CultureInfo.InvariantCulture, $"A1:{Letters(headings.Count)}{Math.Max(1, rows) + 1}");
        return new Table(
            new AutoFilter { Reference = area },
            new TableColumns(headings.Select((heading, i) => new TableColumn { Id = (uint)i + 1, Name = heading })) { Count = (uint)headings.Count },
            new TableStyleInfo { Name = "TableStyleLight1", ShowRowStripes = true })
        {
            Id = id,
            Name = $"yorozu_{name}",
            DisplayName = $"yorozu_{name}",
            Reference = area,
            TotalsRowShown = false,
        };
    }

    /// <summary>The letters of a column: A to Z, AA to ZZ.</summary>
    private static string Letters(int column) => (column > 26 ? $"{(char)('A' + ((column - 1) / 26) - 1)}" : "") + (char)('A' + ((column - 1) % 26));

    // By number: 0 plain, 1 headings, 2 days, 3 months, 4 counts, 5 ratios.
    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = MonthFormat, FormatCode = "yyyy\"年\"m\"月\"" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = MonthFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = CountFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = RatioFormat, ApplyNumberFormat = true }),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static string SheetPath(int number) => $"/xl/worksheets/sheet{number}.xml";

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var content = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(content);
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    }

    private PackagePart CreatePart(string path, string kind) =>
        _package.CreatePart(new Uri(path, UriKind.Relative), $"{ContentType}{kind}+xml", CompressionOption.Fast);
}
