using System.Globalization;

namespace Yorozu.Statistics.Documents;

/// <summary>Whether a document is plain text, HTML or a workbook.</summary>
public enum DocumentFormat
{
    /// <summary>Text with tab-separated (or pipe) tables.</summary>
    Text,

    /// <summary>HTML with table elements.</summary>
    Html,

    /// <summary>An Excel workbook (.xlsx).</summary>
    Xlsx,
}

/// <summary>
/// A position in a document; all numbers start at 1. In text it is a line and a character, in HTML a table, its row and its
/// column, because lines of HTML mean nothing to a reader; in a workbook a sheet and a cell.
/// </summary>
/// <param name="Table">The table in an HTML document; 0 in text; in a workbook the number of the sheet, negative.</param>
/// <param name="Row">The row of the table or sheet, or the line of the text.</param>
/// <param name="Column">The column of the table or sheet, or the character of the line.</param>
public readonly record struct SourcePosition(int Table, int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>No position: for something that is missing, or for the document as a whole.</summary>
    public static SourcePosition Nowhere => default;

    /// <summary>True for a line and a character of a text.</summary>
    public bool IsInText => Table == 0 && this != Nowhere;

    /// <summary>The place in words: 12行目3文字目, 表2の3行目4列目 or シート1のセルB7.</summary>
    public Phrase Name => this == Nowhere ? new Phrase("この資料にない") : Table switch
    {
        0 => new Phrase("{0}行目{1}文字目", Row, Column),
        < 0 => new Phrase("シート{0}のセル{1}", -Table, Cell),
        _ => new Phrase("表{0}の{1}行目{2}列目", Table, Row, Column),
    };

    /// <summary>The line of the text or the row of the table or sheet in words: 12行目, 表2の3行目 or シート1の4行目.</summary>
    public Phrase Line => Table switch
    {
        0 => new Phrase("{0}行目", Row),
        < 0 => new Phrase("シート{0}の{1}行目", -Table, Row),
        _ => new Phrase("表{0}の{1}行目", Table, Row),
    };

    /// <summary>The place of a problem or notice in words: a place, or ファイル全体 where it concerns the document as a whole.</summary>
    public Phrase Concerned => this == Nowhere ? new Phrase("ファイル全体") : Name;

    private string Cell => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");

    /// <summary>A place in a text.</summary>
    public static SourcePosition InText(int line, int column) => new(0, line, column);

    /// <summary>A place in a table of an HTML document.</summary>
    public static SourcePosition InTable(int table, int row, int column) => new(table, row, column);

    /// <summary>A cell of a visible sheet of a workbook.</summary>
    public static SourcePosition InSheet(int sheet, int row, int column) => new(-sheet, row, column);

    /// <summary>The letters of a column of a sheet: 28 is AB.</summary>
    public static string ColumnName(int column) =>
        column <= Letters ? $"{(char)('A' + column - 1)}" : ColumnName((column - 1) / Letters) + ColumnName(((column - 1) % Letters) + 1);

    /// <summary>
    /// The place as command line tools print it: <c>12:3</c>, <c>table 2,row 3,column 4</c> or <c>sheet 1,cell B7</c>; empty for nowhere.
    /// </summary>
    public override string ToString() => this == Nowhere ? "" : Table switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{Row}:{Column}"),
        < 0 => string.Create(CultureInfo.InvariantCulture, $"sheet {-Table},cell {Cell}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"table {Table},row {Row},column {Column}"),
    };
}
