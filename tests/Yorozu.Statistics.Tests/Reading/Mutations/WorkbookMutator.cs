using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Tests.Reading.Mutations;

/// <summary>Damages a workbook in one of many ways: a cell, a row, a part, or the archive itself.</summary>
internal sealed partial class WorkbookMutator
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    private static readonly string[] Values =
    [
        "", "0", "00", "5", "-5", "1.5", "858.4", "1E3", "1e400", "NaN", "0x1F", "12a", "1,234", "１２３", "999999999999", "1234567890123", "1e20", " 7 ",
        "7 7", "0.1", "5.0000000000000001", "46113", "&lt;b&gt;", "&#0;", "&x;",
    ];

    private static readonly string[] Attributes =
    [
        "t=\"s\"", "t=\"str\"", "t=\"b\"", "t=\"e\"", "t=\"n\"", "t=\"d\"", "t=\"inlineStr\"", "t=\"?\"", "s=\"0\"", "s=\"1\"", "s=\"99\"", "s=\"-1\"",
        "r=\"B7\"", "r=\"A1\"", "r=\"XFE1\"", "r=\"b7\"", "r=\"\"", "hidden=\"1\"", "hidden=\"0\"", "x=\"1\"",
    ];

    private static readonly string[] Fragments =
    [
        "<", ">", "&", "</c>", "<c/>", "<c><v>5</v></c>", "<row/>", "</row>", "<row hidden=\"1\">", "<v>5</v>", "<f>A1</f>", "<is><t>5</t></is>",
        "</sheetData>",
        "<sheetData>", "<!-- -->",
        "<![CDATA[5]]>", "<?x?>", "<!DOCTYPE x>", "\0", "\uFFFE", "<mergeCells><mergeCell ref=\"A1:C3\"/></mergeCells>",
    ];

    private readonly Random _random;
    private readonly Dictionary<string, string> _parts;

    /// <param name="workbook">The parts of an undamaged workbook.</param>
    public WorkbookMutator(IReadOnlyDictionary<string, string> workbook, Random random) => (_parts, _random) = (new(workbook), random);

    public static IReadOnlyDictionary<string, string> Unpack(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }

    public byte[] Mutate()
    {
        for (var i = _random.Next(3) == 0 ? 2 : 1; i > 0; i--) MutateParts();
        return MutateBytes(Pack());
    }

    private void MutateParts()
    {
        var part = _random.Next(10) == 0 ? Pick([.. _parts.Keys]) : _random.Next(3) == 0 ? "xl/sharedStrings.xml" : Sheet;
        var text = _parts[part];
        _parts[part] = _random.Next(14) switch
        {
            0 => text,
            1 or 2 => Edit(ValueForm(), text, _ => Pick(Values)),
            3 or 4 => Edit(TextForm(), text, _ => WebUtility.HtmlEncode(Pick(Mutator.Cells))),
            5 => Edit(CellForm(), text, _ => ""),
            6 => Edit(CellForm(), text, cell => cell + cell),
            7 => Edit(RowForm(), text, _ => ""),
            8 => Edit(RowForm(), text, row => row.Replace("<x:row ", "<x:row hidden=\"1\" ", StringComparison.Ordinal)),
            9 => Edit(ReferenceForm(), text, _ => $"{(char)('A' + _random.Next(6))}{_random.Next(1, 60)}"),
            10 => Edit(StartForm(), text, tag => $"{tag} {Pick(Attributes)}"),
            11 => text.Replace("</x:sheetData>", $"</x:sheetData><x:mergeCells><x:mergeCell ref=\"{Area()}\"/></x:mergeCells>", StringComparison.Ordinal),
            12 => text.Replace(
                "<x:sheetData>",
                $"<x:cols><x:col min=\"{_random.Next(1, 5)}\" max=\"{_random.Next(1, 5)}\" hidden=\"1\"/></x:cols><x:sheetData>",
                StringComparison.Ordinal),
            _ => EditCharacters(text),
        };
    }

    private string Area() => $"{(char)('A' + _random.Next(3))}{_random.Next(1, 60)}:{(char)('A' + _random.Next(3))}{_random.Next(1, 60)}";

    private string EditCharacters(string text)
    {
        var at = _random.Next(text.Length);
        return _random.Next(3) switch
        {
            0 => text.Remove(at, Math.Min(_random.Next(1, 8), text.Length - at)),
            1 => text.Insert(at, Pick(Fragments)),
            _ => text.Insert(at, string.Concat(Enumerable.Repeat(Pick(Fragments), _random.Next(1, 2000)))),
        };
    }

    private string Edit(Regex form, string text, Func<string, string> edit)
    {
        var found = form.Matches(text);
        if (found.Count == 0) return text;
        var match = found[_random.Next(found.Count)];
        var group = match.Groups["edit"].Success ? match.Groups["edit"] : match;
        return string.Concat(text.AsSpan(0, group.Index), edit(group.Value), text.AsSpan(group.Index + group.Length));
    }

    private byte[] Pack()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in _parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private byte[] MutateBytes(byte[] bytes)
    {
        switch (_random.Next(8))
        {
            case 0:
                for (var i = _random.Next(1, 4); i > 0; i--) bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 1 when _random.Next(2) == 0:
                return bytes[..Math.Max(8, _random.Next(bytes.Length))];
            default:
                return bytes;
        }
    }

    private string Pick(string[] texts) => texts[_random.Next(texts.Length)];

    [GeneratedRegex("<x:v>(?<edit>[^<]*)</x:v>")]
    private static partial Regex ValueForm();

    [GeneratedRegex("<x:t[^>]*>(?<edit>[^<]*)</x:t>")]
    private static partial Regex TextForm();

    [GeneratedRegex("<x:c .*?</x:c>")]
    private static partial Regex CellForm();

    [GeneratedRegex("<x:row .*?</x:row>")]
    private static partial Regex RowForm();

    [GeneratedRegex(" r=\"(?<edit>[A-Z]+[0-9]+)\"")]
    private static partial Regex ReferenceForm();

    [GeneratedRegex("<x:(?:c|row|sheet|si)(?= )")]
    private static partial Regex StartForm();
}
