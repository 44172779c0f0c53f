using System.Globalization;

namespace Yorozu.Statistics.Documents;

/// <summary>Whether a document is plain text or HTML.</summary>
public enum DocumentFormat
{
    /// <summary>Text with tab-separated (or pipe) tables.</summary>
    Text,

    /// <summary>HTML with table elements.</summary>
    Html,
}

/// <summary>
/// A position in a document; all numbers start at 1. In text it is a line and a character, in HTML a table, its row and its
/// column, because lines of HTML mean nothing to a reader.
/// </summary>
/// <param name="Table">The table in an HTML document; 0 in text.</param>
/// <param name="Row">The row of the table, or the line of the text.</param>
/// <param name="Column">The column of the table, or the character of the line.</param>
public readonly record struct SourcePosition(int Table, int Row, int Column)
{
    /// <summary>No position: for something that is missing.</summary>
    public static SourcePosition Nowhere => default;

    /// <summary>A place in a text.</summary>
    public static SourcePosition InText(int line, int column) => new(0, line, column);

    /// <summary>A place in a table of an HTML document.</summary>
    public static SourcePosition InTable(int table, int row, int column) => new(table, row, column);

    /// <summary>The place in words: 12行目3文字目, or 表2の3行目4列目.</summary>
    public Phrase Name => this == Nowhere ? new Phrase("この資料にない") : Table == 0
        ? new Phrase("{0}行目{1}文字目", Row, Column)
        : new Phrase("表{0}の{1}行目{2}列目", Table, Row, Column);

    /// <summary>The place as command line tools print it: <c>12:3</c>, or <c>table 2,row 3,column 4</c>; empty for nowhere.</summary>
    public override string ToString() => this == Nowhere ? "" : Table == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Row}:{Column}")
        : string.Create(CultureInfo.InvariantCulture, $"table {Table},row {Row},column {Column}");
}
