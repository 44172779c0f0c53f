using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;

namespace Yorozu.Statistics.Tests.Reading.Mutations;

/// <summary>The visible cells of a workbook as a text with tabs, by another library, which fails on some that are damaged.</summary>
internal static class WorkbookOracle
{
    /// <summary>Null when that library cannot read the workbook.</summary>
    public static string? TextOf(byte[] workbook)
    {
        try
        {
            return Read(workbook);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or IOException or XmlException)
        {
            return null;
        }
    }

    private static string? Read(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var text = new StringBuilder();
        do
        {
            if (reader.VisibleState != "visible") continue;
            for (var row = 0; reader.Read(); row++)
            {
                if (reader.RowHeight == 0) continue;
                var cells = Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetColumnWidth(i) > 0).Select(i => Cell(reader, row, i));
                text.Append(string.Join('\t', cells).TrimEnd('\t')).Append('\n');
            }
        }
        while (reader.NextResult());
        // That library finds no sheets or texts where the name of a namespace is damaged.
        return text.ToString() is var said && said.Any(char.IsLetter) ? said : null;
    }

    private static string Cell(IExcelDataReader reader, int row, int column)
    {
        var merged = (reader.MergeCells ?? []).FirstOrDefault(m => m.FromRow <= row && row <= m.ToRow && m.FromColumn <= column && column <= m.ToColumn);
        // A title spans its table; a figure that spans several cells is nobody's.
        if (merged is not null && (row, column) != (merged.FromRow, merged.FromColumn)) return IsTitle(reader, row, merged) ? "" : Oracle.Unreadable;
        return reader.GetValue(column) switch
        {
            null => "",
            double number => Number(number),
            string text => text.ReplaceLineEndings(" "),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
        };
    }

    private static bool IsTitle(IExcelDataReader reader, int row, CellRange merged) =>
        row == merged.FromRow && reader.GetValue(merged.FromColumn) is string text && text.Any(char.IsLetter);

    private static string Number(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
