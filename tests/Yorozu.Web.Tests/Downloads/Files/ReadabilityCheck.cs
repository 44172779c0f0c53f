using System.Globalization;
using System.Text;
using CsvHelper;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Statistics;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>
/// Reads an observations file with a reader that shares no code with the writer, and holds it to the rules that apply to
/// CSV. It runs on the file that is handed out, not on what the program believes to have written.
/// </summary>
internal sealed class ReadabilityCheck
{
    private readonly IReadOnlySet<string> _metrics;
    private readonly HashSet<string> _blocks = [];
    private readonly HashSet<string> _broken = [];
    private string[] _header = [];
    private string _lastKey = "";
    private string _lastBlock = "";
    private long _records;

    private ReadabilityCheck(IReadOnlySet<string> metrics) => _metrics = metrics;

    private static IReadOnlyList<Column> Columns => ObservationDataset.Tidy.Columns;

    /// <summary>What breaks each rule, by the rule's numbers.</summary>
    public static IReadOnlyDictionary<string, string[]> Breaks { get; } = new Dictionary<string, string[]>
    {
        ["L1-01"] = ["encoding"],
        ["L1-02、L1-03"] = ["blank-row", "blank-column"],
        ["L1-04"] = ["ragged"],
        ["L1-05、L2-03"] = ["column-name"],
        ["L1-06、L1-07"] = ["white-space"],
        ["L1-08"] = ["character"],
        ["L1-09、L2-01"] = ["number"],
        ["L1-14、L1-15"] = ["record"],
        ["L2-02"] = ["omission"],
        ["L2-04、L2-05"] = ["choice"],
        ["L3-01"] = ["heading"],
        ["L3-02、L3-03"] = ["code"],
        ["L3-04"] = ["unit"],
        ["L3-05"] = ["date"],
        ["L3-06"] = ["area"],
        ["L3-07"] = ["heading"],
        ["L3-08"] = ["column-name", "bom"],
        ["L3-09"] = ["key"],
    };

    /// <param name="csv">A tidy observations file in UTF-8 with byte order mark.</param>
    /// <param name="metrics">The keys of the code table.</param>
    /// <returns>The numbers of the rules that the file breaks.</returns>
    public static IReadOnlyList<string> Run(Stream csv, IReadOnlySet<string> metrics)
    {
        var check = new ReadabilityCheck(metrics);
        check.Read(csv);
        return [.. Breaks.Where(rule => rule.Value.Any(check._broken.Contains)).Select(rule => rule.Key)];
    }

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
        Expect("column-name", header.Distinct().Count() == header.Length
            && header.All(h => h.Length > 0 && h.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')));
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
        if (column.IsRequired) Expect("omission", text.Length > 0);
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
