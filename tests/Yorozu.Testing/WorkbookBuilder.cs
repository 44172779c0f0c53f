extern alias OpenXmlSdk;

using System.Globalization;
using System.Text.RegularExpressions;
using OpenXmlSdk::DocumentFormat.OpenXml;
using OpenXmlSdk::DocumentFormat.OpenXml.Packaging;
using OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet;

namespace Yorozu.Testing;

/// <summary>Builds Excel workbooks with the library that writes our own.</summary>
public sealed partial class WorkbookBuilder
{
    public const string Grouped = "#,##0";
    private readonly List<(string Name, SheetStateValues State, SheetBuilder Sheet)> _sheets = [];
    private readonly List<string> _formats = ["General"];
    private readonly List<SharedStringItem> _texts = [];

    /// <summary>Days are counted from 1904, as on old Macintosh computers.</summary>
    public bool StartsIn1904 { get; init; }

    /// <summary>A workbook of one sheet: every line of a page as text is a row, its tabs divide columns, and figures are numbers.</summary>
    public static WorkbookBuilder FromText(string text, string name = "Sheet1")
    {
        var workbook = new WorkbookBuilder();
        workbook.Sheet(name).Paste(text);
        return workbook;
    }

    public SheetBuilder Sheet(string name, bool isHidden = false)
    {
        var sheet = new SheetBuilder(this);
        _sheets.Add((name, isHidden ? SheetStateValues.Hidden : SheetStateValues.Visible, sheet));
        return sheet;
    }

    /// <summary>The only sheet, or the last.</summary>
    public SheetBuilder Last => _sheets[^1].Sheet;

    public byte[] Build(SpreadsheetDocumentType type = SpreadsheetDocumentType.Workbook)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, type))
        {
            var workbook = document.AddWorkbookPart();
            var sheets = new Sheets();
            foreach (var (name, state, sheet) in _sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = sheet.Build();
                sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.Count() + 1, Id = workbook.GetIdOfPart(part), State = state });
            }

            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(_texts.Select(t => t.CloneNode(true)));
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new Workbook(new WorkbookProperties { Date1904 = StartsIn1904 }, sheets);
        }

        return stream.ToArray();
    }

    internal int StyleOf(string format)
    {
        if (!_formats.Contains(format)) _formats.Add(format);
        return _formats.IndexOf(format);
    }

    internal int Shared(SharedStringItem text)
    {
        _texts.Add(text);
        return _texts.Count - 1;
    }

    private Stylesheet Styles() => new(
        new NumberingFormats(_formats.Select((f, i) => new NumberingFormat { NumberFormatId = 200u + (uint)i, FormatCode = f })),
        new Fonts(new Font(), new Font(new Strike())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(_formats.Select((f, i) => new CellFormat
        {
            NumberFormatId = uint.TryParse(f, CultureInfo.InvariantCulture, out var builtIn) && builtIn > 0 ? builtIn : 200u + (uint)i,
            FontId = f == SheetBuilder.StruckOut ? 1u : 0u,
        })));

    /// <summary>One sheet. Rows and columns count from 1.</summary>
    public sealed partial class SheetBuilder(WorkbookBuilder workbook)
    {
        /// <summary>Instead of a format: the cell is struck out.</summary>
        public const string StruckOut = "0;";

        private readonly SortedDictionary<(int Row, int Column), Cell> _cells = [];
        private readonly SortedSet<int> _hiddenRows = [];
        private readonly SortedSet<int> _hiddenColumns = [];
        private readonly List<string> _merged = [];

        public int LastRow => _cells.Count == 0 ? 0 : _cells.Keys.Max(k => k.Row);

        /// <summary>Puts a page as text from a cell on.</summary>
        public SheetBuilder Paste(string text, int row = 1, int column = 1)
        {
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                foreach (var (i, cell) in line.Split('\t').Index()) Put(row, column + i, Tag().Replace(cell, "").Trim());
                row++;
            }

            return this;
        }

        /// <summary>A figure as a number with separators, anything else as text.</summary>
        public SheetBuilder Put(int row, int column, string text)
        {
            if (text.Length == 0) return this;
            return Count().IsMatch(text)
                ? Number(row, column, double.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
                : Text(row, column, text);
        }

        public SheetBuilder Number(int row, int column, double value, string format = Grouped) => Cell(row, column, new Cell
        {
            CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)),
            StyleIndex = (uint)workbook.StyleOf(format),
        });

        public SheetBuilder Date(int row, int column, DateTime day, string format) => Number(row, column, day.ToOADate(), format);

        public SheetBuilder Text(int row, int column, string text) =>
            Shared(row, column, new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

        /// <summary>A text of the shared strings, with runs and furigana.</summary>
        public SheetBuilder Shared(int row, int column, SharedStringItem text) => Cell(row, column, new Cell
        {
            DataType = CellValues.SharedString,
            CellValue = new CellValue(workbook.Shared(text)),
        });

        /// <summary>A formula, with its result unless the program that wrote the file stored none.</summary>
        public SheetBuilder Formula(int row, int column, string formula, string? result) => Cell(row, column, new Cell
        {
            CellFormula = new CellFormula(formula),
            CellValue = result is null ? null : new CellValue(result),
            StyleIndex = (uint)workbook.StyleOf(Grouped),
        });

        public SheetBuilder Cell(int row, int column, Cell cell)
        {
            cell.CellReference = $"{Name(column)}{row}";
            _cells[(row, column)] = cell;
            return this;
        }

        public SheetBuilder Remove(int row, int column)
        {
            _cells.Remove((row, column));
            return this;
        }

        public SheetBuilder Merge(string area)
        {
            _merged.Add(area);
            return this;
        }

        public SheetBuilder HideRows(params IEnumerable<int> rows)
        {
            _hiddenRows.UnionWith(rows);
            return this;
        }

        public SheetBuilder HideColumns(params IEnumerable<int> columns)
        {
            _hiddenColumns.UnionWith(columns);
            return this;
        }

        /// <summary>The first row with this text in a column.</summary>
        public int RowOf(string text, int column = 1, int after = 0) => _cells
            .First(c => c.Key.Column == column && c.Key.Row > after && c.Value.DataType?.Value == CellValues.SharedString
                && workbook._texts[int.Parse(c.Value.CellValue!.Text, CultureInfo.InvariantCulture)].InnerText == text).Key.Row;

        internal Worksheet Build()
        {
            var sheet = new Worksheet();
            if (_hiddenColumns.Count > 0)
            {
                sheet.Append(new Columns(_hiddenColumns.Select(c => new Column { Min = (uint)c, Max = (uint)c, Width = 8, Hidden = true })));
            }

            sheet.Append(new SheetData(_cells.GroupBy(c => c.Key.Row).Select(row =>
                new Row(row.Select(c => c.Value.CloneNode(true))) { RowIndex = (uint)row.Key, Hidden = _hiddenRows.Contains(row.Key) ? true : null })));
            if (_merged.Count > 0) sheet.Append(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })));
            return sheet;
        }

        private static string Name(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Name((column - 1) / 26) + Name(((column - 1) % 26) + 1);

        [GeneratedRegex("^(?:0|[1-9][0-9]{0,2}(?:,?[0-9]{3})*)$")]
        private static partial Regex Count();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tag();
    }
}
