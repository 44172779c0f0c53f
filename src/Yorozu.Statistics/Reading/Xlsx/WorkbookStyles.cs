using System.Collections.Frozen;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>The cell formats of a workbook, as far as they change what a reader sees in a cell.</summary>
internal sealed class WorkbookStyles
{
    private const int MaxFormats = 65_000;

    // The formats that a workbook refers to without listing them, as the Japanese Excel shows them.
    private static readonly FrozenDictionary<int, string> BuiltIn = new Dictionary<int, string>
    {
        [0] = "General",
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "\"¥\"#,##0",
        [6] = "\"¥\"#,##0",
        [7] = "\"¥\"#,##0.00",
        [8] = "\"¥\"#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "yyyy/m/d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm",
        [19] = "h:mm",
        [20] = "h:mm",
        [21] = "h:mm",
        [22] = "yyyy/m/d h:mm",
        [27] = "yyyy/m/d",
        [28] = "yyyy/m/d",
        [29] = "yyyy/m/d",
        [30] = "m/d/yy",
        [31] = "yyyy/m/d",
        [32] = "h:mm",
        [33] = "h:mm",
        [34] = "yyyy/m",
        [35] = "m/d",
        [36] = "yyyy/m/d",
        [37] = "#,##0",
        [38] = "#,##0",
        [39] = "#,##0.00",
        [40] = "#,##0.00",
        [41] = "#,##0;-#,##0;\"-\"",
        [42] = "\"¥\"#,##0;-#,##0;\"-\"",
        [43] = "#,##0.00;-#,##0.00;\"-\"",
        [44] = "\"¥\"#,##0.00;-#,##0.00;\"-\"",
        [45] = "h:mm",
        [46] = "h:mm",
        [47] = "h:mm",
        [48] = "##0.0E+0",
        [49] = "@",
        [50] = "yyyy/m/d",
        [51] = "yyyy/m/d",
        [52] = "yyyy/m",
        [53] = "m/d",
        [54] = "yyyy/m/d",
        [55] = "yyyy/m",
        [56] = "m/d",
        [57] = "yyyy/m/d",
        [58] = "yyyy/m/d",
    }.ToFrozenDictionary();

    private readonly List<(NumberFormat Number, bool IsStruck)> _cells = [];

    /// <summary>The number format of a cell with this style, and whether its text is struck out.</summary>
    public (NumberFormat Number, bool IsStruck) Of(int style) => style < _cells.Count ? _cells[style]
        : _cells.Count == 0 ? (NumberFormat.General, false)
        : throw WorkbookException.Damaged();

    public static WorkbookStyles Read(PartReader reader)
    {
        var styles = new WorkbookStyles();
        var codes = new Dictionary<int, string>();
        var numbers = new Dictionary<int, NumberFormat>();
        var (struck, list) = (new List<bool>(), "");
        while (reader.MoveToElement())
        {
            if (reader.Depth == 1) list = reader.Name;
            else if (list == "numFmts" && reader.Depth == 2) codes[reader.Number("numFmtId")] = reader.Attribute("formatCode");
            else if (list == "fonts" && reader.Depth == 2) struck.Add(false);
            else if (list == "fonts" && reader is { Depth: 3, Name: "strike" }) struck[^1] = reader.IsOn();
            else if (list == "cellXfs" && reader.Depth == 2)
            {
                var (number, font) = (reader.Number("numFmtId"), reader.Number("fontId"));
                if (!numbers.TryGetValue(number, out var format)) numbers[number] = format = new NumberFormat(CodeOf(number, codes));
                styles._cells.Add((format, font < struck.Count && struck[font]));
                if (styles._cells.Count > MaxFormats) throw WorkbookException.Damaged();
            }
        }

        return styles;
    }

    private static string CodeOf(int number, Dictionary<int, string> codes) => codes.GetValueOrDefault(number) ?? BuiltIn.GetValueOrDefault(number, "General");
}
