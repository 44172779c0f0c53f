using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Tests.Reading.Mutations;

/// <summary>Damages a document in one of many ways, from a slip of the pen to an attack.</summary>
internal sealed partial class Mutator(Random random)
{
    public static readonly string[] Cells =
    [
        "", " ", "　", "0", "00", "007", "-5", "－5", "▲5", "1.5", "１．５", "1,2345", "12,34", ",123", "123,", "1,,234", "1,234", "１，２３４",
        "１２３", "12a", "l2", "O", "1 234", "1,234人", "1234567890123", "999999999999", "12²", "①", "٣", "〇", "1e3", "0x1F", "+5", "－", "-",
        "…", "未集計", "未定", "***", "#REF!", "=1+1", "4月", "合計", "北海道", "<b>5</b>", "5※", "\"5\"", "\"5", "|", "5\u200B", "5\u00A0",
    ];

    private static readonly string[] Fragments =
    [
        "<", ">", "<!--", "-->", "<script>", "</script>", "<style>", "</style>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>",
        "<th>", "<td hidden>", "<td colspan=2>", "<td rowspan=3>", "<p>", "</p>", "<h2>2.来訪相談者数(者)</h2>", "<div style=\"display:none\">",
        "</div>", "<template>", "<select>", "<svg>", "<title>", "<textarea>", "<br>", "<sup>1</sup>", "<del>1</del>", "&nbsp;", "&#0;",
        "&#x31;", "\"", "'", "<a href=\"", "<caption>", "<thead>", "</tbody>", "<plaintext>", "<ruby>", "<rt>9</rt>", "</html>",
        "<tr hidden>",
    ];

    public byte[] Mutate(string document, bool isHtml)
    {
        var text = document;
        for (var i = random.Next(3) == 0 ? 2 : 1; i > 0; i--) text = MutateText(text, isHtml);
        return MutateBytes(Encode(text));
    }

    private string MutateText(string text, bool isHtml) => random.Next(isHtml ? 13 : 11) switch
    {
        0 => text,
        1 or 2 => EditCell(text, isHtml, _ => Pick(Cells)),
        3 => EditCell(text, isHtml, cell => cell + Separator(isHtml) + cell),
        4 => EditLines(text, (lines, i) => lines.RemoveAt(i)),
        5 => EditLines(text, (lines, i) => lines.Insert(random.Next(lines.Count), lines[i])),
        6 => EditLines(text, (lines, i) => lines[i] = lines[random.Next(lines.Count)]),
        7 => EditLines(text, (lines, i) => lines.RemoveRange(i, Math.Min(random.Next(1, 60), lines.Count - i))),
        8 => EditCharacters(text, isHtml),
        9 => EditLabel(text),
        10 => EditLines(text, (lines, i) => lines.Insert(i, Pick([.. lines.Where(l => l.Contains('月')).DefaultIfEmpty("")]))),
        11 => TagForm().Replace(text, m => random.Next(400) == 0 ? random.Next(2) == 0 ? "" : m.Value + m.Value : m.Value),
        _ => SpanForm().Replace(
            text,
            _ => $"<td {(random.Next(2) == 0 ? "colspan" : "rowspan")}={Pick(["0", "1", "2", "3", "13", "101", "999999999", "-1", "x"])}>",
            1,
            random.Next(text.Length)),
    };

    /// <summary>Replaces one cell of a table, or removes it with its separator.</summary>
    private string EditCell(string text, bool isHtml, Func<string, string> edit)
    {
        var cells = (isHtml ? HtmlCellForm() : TextCellForm()).Matches(text);
        if (cells.Count == 0) return text;
        var cell = cells[random.Next(cells.Count)];
        if (random.Next(8) == 0) return text.Remove(cell.Index, cell.Length);
        var group = cell.Groups["cell"];
        return string.Concat(text.AsSpan(0, group.Index), edit(group.Value), text.AsSpan(group.Index + group.Length));
    }

    private string EditLines(string text, Action<List<string>, int> edit)
    {
        var lines = text.Split('\n').ToList();
        edit(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    private string EditCharacters(string text, bool isHtml)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 6), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pick(isHtml ? Fragments : Cells)),
            2 => text.Insert(at, text.Substring(random.Next(at + 1), length)),
            3 => text.Insert(at, string.Concat(Enumerable.Repeat(Pick(["<div>", "<table><tr><td>", "\t", "\n", "9", "<b>", "\"", "|"]), random.Next(1, 2000)))),
            _ => text.Insert(at, Pick(["\t", "\n", "\r", " ", "|", "\"", "<", "&", "。", "1"])),
        };
    }

    private string EditLabel(string text)
    {
        var labels = LabelForm().Matches(text);
        var label = labels[random.Next(labels.Count)];
        var with = Pick([
            "4月", "5月", "3月", "13月", "０月", "四月", "五月", "十二月",
            label.Value == "4月" ? "4月\t5月" : "4月",
            "北海道", "東京", "合計", "累計値", "令和2年度", "令和七年度", "平成三十二年度", "平成32年度", "(2)", "⑨", "1.", ""
        ]);
        return string.Concat(text.AsSpan(0, label.Index), with, text.AsSpan(label.Index + label.Length));
    }

    private byte[] Encode(string text) => random.Next(8) switch
    {
        0 => CodePage(932).GetBytes(text),
        1 => CodePage(51932).GetBytes(text),
        2 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        3 when random.Next(10) == 0 => Encoding.Unicode.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };

    private byte[] MutateBytes(byte[] bytes)
    {
        switch (random.Next(6))
        {
            case 0:
                for (var i = random.Next(1, 4); i > 0; i--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1 when random.Next(2) == 0:
                return bytes[..random.Next(bytes.Length)];
            default:
                return bytes;
        }
    }

    private static Encoding CodePage(int number) => Encoding.GetEncoding(number);

    private static string Separator(bool isHtml) => isHtml ? "</td><td>" : "\t";

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];

    [GeneratedRegex(@"\t(?<cell>[^\t\n]*)")]
    private static partial Regex TextCellForm();

    [GeneratedRegex("<t[dh][^>]*>(?<cell>[^<]*)</t[dh]>")]
    private static partial Regex HtmlCellForm();

    [GeneratedRegex("</?[a-z][^>]*>")]
    private static partial Regex TagForm();

    [GeneratedRegex("<td>")]
    private static partial Regex SpanForm();

    [GeneratedRegex("[0-9]+月|..県|合計|累計値|令和.年度|\\([12]\\)|⑨|[0-9]\\.")]
    private static partial Regex LabelForm();
}
