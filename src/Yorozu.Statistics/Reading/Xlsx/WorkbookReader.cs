using System.Xml;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;
using Yorozu.Statistics.Reading.Text;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>
/// Reads an Excel workbook: its visible sheets one after the other, each from top to bottom. Nothing runs: formulas count with
/// the results that are stored with them, macros and external links are not looked at.
/// </summary>
internal sealed class WorkbookReader(MetricCatalogue catalogue, ProblemList problems, ReadingLimits limits)
{
    private const int MaxNamedHidden = 10;
    private readonly List<(SourcePosition First, Phrase Name)> _hidden = [];

    /// <summary>True for a ZIP archive, which a workbook is.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The lines and tables. Adds a problem when the file is no readable workbook.</summary>
    public IReadOnlyList<Block> Read(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        try
        {
            using var package = new WorkbookPackage(new MemoryStream(document.ToArray(), writable: false));
            var blocks = Read(package, cancellationToken);
            NoteHidden();
            return blocks;
        }
        catch (WorkbookException exception)
        {
            exception.AddTo(problems);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            WorkbookException.Damaged().AddTo(problems);
        }

        return [];
    }

    /// <summary>Adds a problem about what is hidden: a row that is missing may be there.</summary>
    public void AddHidden()
    {
        if (_hidden.Count == 0) return;
        problems.Add(ProblemKind.TableMissing, _hidden[0].First, Phrase.None, HiddenNames(), new Phrase("必要なら、再表示してから保存したブック"));
    }

    private List<Block> Read(WorkbookPackage package, CancellationToken cancellationToken)
    {
        var parts = package.Relationships(package.Workbook);
        var (texts, styles) = (new WorkbookTexts(), new WorkbookStyles());
        foreach (var (_, kind, target) in parts.Where(p => p.Kind is "sharedStrings" or "styles"))
        {
            using var reader = package.Open(target);
            if (kind == "styles") styles = WorkbookStyles.Read(reader);
            else texts.Read(reader);
        }

        var blocks = new List<Block>();
        var number = 0;
        var byId = parts.ToLookup(p => p.Id);
        var (sheets, startsIn1904) = Sheets(package);
        foreach (var (name, id, isHidden) in sheets)
        {
            var part = byId[id].FirstOrDefault();
            if (part.Id is null) throw WorkbookException.Damaged();
            // A sheet may be a chart.
            if (part.Kind != "worksheet") continue;
            if (isHidden)
            {
                _hidden.Add((SourcePosition.Nowhere, new Phrase("シート「{0}」", ShortText.Shorten(name))));
                continue;
            }

            using var reader = package.Open(part.Target);
            var sheet = new SheetReader(++number, texts, styles, startsIn1904, limits).Read(reader, cancellationToken);
            if (limits.Exceeded) break;
            blocks.AddRange(BlocksOf(sheet, name, number));
        }

        return blocks;
    }

    private static (List<(string Name, string Id, bool IsHidden)> Sheets, bool StartsIn1904) Sheets(WorkbookPackage package)
    {
        var (sheets, startsIn1904) = (new List<(string, string, bool)>(), false);
        using var reader = package.Open(package.Workbook);
        while (reader.MoveToElement())
        {
            if (reader is { Depth: 1, Name: "workbookPr" }) startsIn1904 = reader.Flag("date1904");
            if (reader is not { Depth: 2, Name: "sheet" }) continue;
            sheets.Add((reader.Attribute("name"), reader.RelationshipId(), reader.Attribute("state") is "hidden" or "veryHidden"));
        }

        return (sheets, startsIn1904);
    }

    private List<Block> BlocksOf(Sheet sheet, string name, int number)
    {
        var columns = sheet.VisibleColumns();
        var flow = new RowFlow(limits, columns);
        foreach (var row in sheet.VisibleRows(columns))
        {
            if (limits.Exceeded) break;
            if (row.Length == 0) flow.AddBlank();
            else flow.AddRow(row);
        }

        flow.EndTable();
        _hidden.AddRange(sheet.Hidden());
        if (sheet.HiddenZero is { } zero) problems.Notice(zero, new Phrase("0を「-」や空白で表示するセルがあります。0として読みました"));
        return WithName(flow.Blocks, new Line(SourcePosition.InSheet(number, 1, 1), name.Trim(), LineStyle.Heading, true));
    }

    /// <summary>The blocks of a sheet below its name, when only the name says which metric its table is about.</summary>
    private List<Block> WithName(List<Block> blocks, Line name)
    {
        var table = blocks.FindIndex(b => b is Grid);
        if (table < 0 || name.Text.Length == 0 || !Passage.NamesMetricItself(Heading.Of(name), catalogue)) return blocks;
        var isNamed = blocks[..table].OfType<Line>().Select(Heading.Of)
            .Any(h => h.Role is LineRole.Metric or LineRole.Group || Passage.NamesMetricItself(h, catalogue));
        return isNamed ? blocks : [.. blocks[..table], name, .. blocks[table..]];
    }

    private void NoteHidden()
    {
        if (_hidden.Count > 0) problems.Notice(_hidden[0].First, HiddenNames());
    }

    private Phrase HiddenNames()
    {
        var names = Phrase.List("、", _hidden.Take(MaxNamedHidden).Select(h => h.Name));
        return _hidden.Count <= MaxNamedHidden
            ? new Phrase("非表示の部分は読み取っていません: {0}", names)
            : new Phrase("非表示の部分は読み取っていません: {0}など{1}か所", names, _hidden.Count);
    }
}
