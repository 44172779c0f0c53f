using System.Globalization;
using System.Text;
using CsvHelper;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>One rule of デジタル庁「機械可読性ルール」 (2026-03-31) and whether a file keeps it.</summary>
/// <param name="Rules">The rules' numbers, such as <c>L1-02、L1-03</c>.</param>
/// <param name="Requirement">What was looked for in the file, in Japanese.</param>
public sealed record ReadabilityResult(string Rules, string Requirement, bool Holds);

/// <summary>
/// Reads an observations file with a reader that shares no code with the writer, and holds it to the rules that apply to
/// CSV. It runs on the file that is handed out, not on what the program believes to have written.
/// </summary>
public sealed class ReadabilityCheck
{
    private readonly IReadOnlySet<string> _metrics;
    private readonly HashSet<string> _blocks = [];
    private readonly HashSet<string> _broken = [];
    private string[] _header = [];
    private string _lastKey = "";
    private string _lastBlock = "";
    private long _records;

    private ReadabilityCheck(IReadOnlySet<string> metrics) => _metrics = metrics;

    private static IReadOnlyList<Column> Columns => ObservationSchema.Tidy;

    /// <param name="csv">A tidy observations file in UTF-8 with byte order mark.</param>
    /// <param name="metrics">The keys of the code table.</param>
    public static IReadOnlyList<ReadabilityResult> Run(Stream csv, IReadOnlySet<string> metrics)
    {
        var check = new ReadabilityCheck(metrics);
        check.Read(csv);
        return
        [
            check.Result("L1-01", "機械が直接読める形式（CSV）で、宣言した文字コードとして正しい", "encoding"),
            check.Result("L1-02、L1-03", "1ファイルに1つの表で、空の行や列で分かれていない", "blank-row", "blank-column"),
            check.Result("L1-04", "表の外に題名や注記がない（すべての行の欄の数が同じ）", "ragged"),
            check.Result("L1-05、L2-03", "どの列にも名前があり、重ならない", "column-name"),
            check.Result("L1-06、L1-07", "体裁のための空白や改行がなく、1つの欄に1つの値", "white-space"),
            check.Result("L1-08", "コードの欄は英数字だけで、制御文字や外字がない", "character"),
            check.Result("L1-09、L2-01", "数値は数字だけで、未公表は空欄、ゼロは0", "number"),
            check.Result("L1-14、L1-15", "1行に1レコードで、引用符はRFC 4180のとおり", "record"),
            check.Result("L2-02", "上の行と同じという理由での省略がない", "omission"),
            check.Result("L2-04、L2-05", "状態の欄は決まった値だけ", "choice"),
            check.Result("L3-01", "見出しは1行目、データは2行目から", "heading"),
            check.Result("L3-02、L3-03", "コードはすべてコード表にある", "code"),
            check.Result("L3-04", "単位の列がある", "unit"),
            check.Result("L3-05", "年月は西暦のYYYY-MM、年度は西暦4桁", "date"),
            check.Result("L3-06", "地域は標準のコードと正式名称", "area"),
            check.Result("L3-07", "すべての年度で列が同じ", "heading"),
            check.Result("L3-08", "列名は英数字で、文字コードとBOMを明示", "column-name", "bom"),
            check.Result("L3-09", "縦持ちで、1つの値が1行（同じ項目の行が重ならない）", "key"),
        ];
    }

    private ReadabilityResult Result(string rules, string requirement, params string[] breaks) =>
        new(rules, requirement, !breaks.Any(_broken.Contains));

    private void Read(Stream csv)
    {
        var start = new byte[3];
        Expect("bom", csv.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.AsSpan().SequenceEqual(Encoding.UTF8.Preamble));
        csv.Position = 0;
        try
        {
            using var text = new StreamReader(csv, new UTF8Encoding(true, throwOnInvalidBytes: true), true, 1 << 16, leaveOpen: true);
            using var parser = new CsvParser(text, CultureInfo.InvariantCulture);
            while (parser.Read())
            {
                if (_records++ == 0) Heading(parser.Record!);
                else Record(parser.Record!);
                Expect("record", parser.RawRow == _records && parser.RawRecord.EndsWith("\r\n", StringComparison.Ordinal));
            }
        }
        catch (Exception exception) when (exception is DecoderFallbackException or CsvHelperException)
        {
            Expect("encoding", false);
        }
    }

    private void Heading(string[] header)
    {
        _header = header;
        Expect("heading", header.SequenceEqual(Columns.Select(c => c.Name)));
        Expect("column-name", header.Distinct().Count() == header.Length && header.All(h => h.Length > 0 && h.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')));
        Expect("blank-column", !header.Contains(""));
        Expect("unit", header.Contains("unit"));
    }

    private void Record(string[] row)
    {
        Expect("blank-row", row.Any(f => f.Length > 0));
        Expect("ragged", row.Length == _header.Length);
        if (row.Length != Columns.Count) return;

        for (var i = 0; i < row.Length; i++) Field(Columns[i], row[i]);
        Expect("choice", row[12] == ObservationRow.Status);
        Expect("code", _metrics.Contains(row[5]));
        Expect("area", Area.TryParse(row[2], null, out var area) && area.Name == row[3]);
        Expect("date", FiscalYear.TryParse(row[0], null, out var year) && YearMonth.TryParse(row[1], null, out var month) && month.FiscalYear == year);
        Unique($"{row[0]},{row[5]},{row[7]}", $"{row[2]},{row[1]}");
    }

    private void Field(Column column, string text)
    {
        Expect("white-space", text.AsSpan().Trim().Length == text.Length && text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0);
        Expect("character", !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse));
        if (column.Name is "metric" or "area_code" or "month" or "status") Expect("character", Ascii.IsValid(text));
        if (column.Type == ColumnType.Count) Expect("number", text.All(char.IsAsciiDigit) && (text.Length < 2 || text[0] != '0'));
        if (column.Required) Expect("omission", text.Length > 0);
    }

    // Rows are in order, so a repeated row stands next to its twin or in a block that comes twice.
    private void Unique(string block, string key)
    {
        if (block != _lastBlock) Expect("key", _blocks.Add(block));
        else Expect("key", key != _lastKey);
        (_lastBlock, _lastKey) = (block, key);
    }

    private void Expect(string what, bool holds)
    {
        if (!holds) _broken.Add(what);
    }
}
