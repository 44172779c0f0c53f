using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading;

/// <summary>Reads the blocks of a document into tables of metrics.</summary>
internal sealed class PageReader(MetricCatalogue catalogue, ProblemList problems)
{
    private readonly List<PublishedTable> _tables = [];
    private readonly List<(Heading Metric, Metric Read)> _metrics = [];
    private readonly TrimmedRows _trimmed = new(problems);
    private TableCopies _copies = new(null);
    private Heading? _section;
    private string _group = "";

    /// <summary>The fiscal year and tables. Without a year, or with problems added, when the page cannot be read.</summary>
    public static (PageYear? Year, IReadOnlyList<PublishedTable> Tables) Read(
        IReadOnlyList<Block> blocks, HiddenTables? hidden, MetricCatalogue catalogue, ProblemList problems, CancellationToken cancellationToken)
    {
        blocks = BrokenTables.Join(blocks, problems);
        var passages = OtherTables.PassOver(Passage.Cut(blocks, catalogue), catalogue, problems);
        passages = new PastYears(problems).PassOver(passages);
        return new PageReader(catalogue.ForPage([.. Printed(passages)]), problems).Read(blocks, passages, hidden, cancellationToken);
    }

    private (PageYear? Year, IReadOnlyList<PublishedTable> Tables) Read(
        IReadOnlyList<Block> blocks, IReadOnlyList<Passage> passages, HiddenTables? hidden, CancellationToken cancellationToken)
    {
        var year = FiscalYearHeading.Read(passages, MonthYears.In(passages.Select(p => p.Table).OfType<Grid>()), problems);
        _copies = new TableCopies(year);
        for (var i = 0; i < passages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var heading in passages[i].Headings) Follow(heading);
            if (passages[i].Table is { } grid) ReadTable(year, passages, i, grid, i + 2 == passages.Count && blocks[^1] is Grid);
        }

        problems.Table = Phrase.None;
        LostTable.Check(blocks, problems);
        if (passages.Count == 1 && hidden is not null) hidden.AddTo(problems);
        else hidden?.NoteTo(problems, CheckHidden(hidden.Tables.SelectMany(t => t)));

        if (passages.Count == 1 && hidden is null)
        {
            var expected = new Phrase("月ごと・都道府県ごとの件数の表。テキストでは列をタブ、コンマか「|」で区切ります");
            problems.Add(ProblemKind.TableMissing, SourcePosition.Nowhere, Phrase.None, new Phrase("表がありません"), expected);
        }
        CheckMonths();
        if (year is not null) new YearAgreement(year, problems).Check(passages, _tables);
        _trimmed.Check(_tables);
        new HeadingWithoutTable(catalogue, problems).Check(passages, _metrics);
        return (year, _tables);
    }

    /// <summary>The metrics with a table, as printed, each with the section it stands in.</summary>
    private static IEnumerable<(string Section, string Name)> Printed(IEnumerable<Passage> passages)
    {
        var section = "";
        foreach (var passage in passages)
        {
            section = passage.Headings.LastOrDefault(h => h.Role == LineRole.Section)?.Name ?? section;
            if (passage is { Table: not null, Metric: { } metric }) yield return (section, metric.Name);
        }
    }

    /// <summary>Only the other tables reveal a misprinted month in a table of one month.</summary>
    private void CheckMonths()
    {
        foreach (var table in _tables.Count > 1 ? _tables : [])
        {
            if (_tables.Exists(t => t != table && t.Months.Intersect(table.Months).Any())) continue;
            problems.Add(
                ProblemKind.Header,
                table.Position,
                new Phrase("「{0}」", table.Heading),
                new Phrase("月の見出し（{0}）がほかの表と1つも一致しません", Phrase.List("・", table.Months)),
                new Phrase("ほかの表と同じ月"));
        }
    }

    /// <summary>A section or group applies until the next one; a numbered metric ends a group.</summary>
    private void Follow(Heading heading)
    {
        if (heading.Role == LineRole.Section) (_section, _group) = (heading, "");
        else if (heading.Role == LineRole.Group) _group = heading.Name;
        else if (heading.Role == LineRole.Metric && !heading.IsLettered) _group = "";
    }

    /// <summary>The hidden tables that are equal copies of tables that were read; one that differs is a problem.</summary>
    private List<Grid> CheckHidden(IEnumerable<Grid> hidden)
    {
        var copies = hidden.Select(grid => (Grid: grid, Copy: _copies.Find(grid, false))).Where(c => c.Copy is not null).ToList();
        foreach (var (grid, copy) in copies.Where(c => !c.Copy!.IsEqual)) AddDifference(copy!, grid);
        return copies.ConvertAll(c => c.Grid);
    }

    private void ReadTable(PageYear? year, IReadOnlyList<Passage> passages, int index, Grid grid, bool endsDocument)
    {
        var (passage, below) = (passages[index], passages[index + 1]);
        var name = NameOf(passage);
        problems.Table = name.Title;
        var identified = passage.Metric is { } named ? Identify(passage, named) : null;
        var isRepeated = identified is not null && _metrics.Exists(m => m.Read.Key == identified.Key);
        if (passage.Metric is { } used) _metrics.Add((used, identified!));
        if (identified is null || isRepeated)
        {
            var copy = _copies.Find(grid, isRepeated);
            if (copy is { IsEqual: true })
            {
                _tables[copy.Index] = WithNotes(_tables[copy.Index], below.Notes);
                return;
            }

            if (copy is not null) AddDifference(copy, grid);
            else if (isRepeated) new RepeatedMetric(catalogue, problems).Add(passages, index, _metrics.First(m => m.Read.Key == identified!.Key).Metric);
            else AddMissingHeading(passage, grid);
        }

        var metric = identified ?? new Metric("", "", "", "");
        var reader = new TableReader(year, problems, name);
        var table = reader.Read(grid, metric, passage.Metric?.Line.Text ?? "");
        if (endsDocument && reader.IsIncomplete)
        {
            var (found, expected) = (new Phrase("ファイルが表の途中で終わっています"), new Phrase("47都道府県の行がそろった表"));
            problems.Add(ProblemKind.Truncated, grid.Rows[^1].Position, name.Text, found, expected, grid.Rows[^1].Cells[0].Text);
        }

        if (table is null) return;
        _copies.Add(table);
        var aboveTable = passage.Metric is null ? [] : passage.Headings.SkipWhile(h => h != passage.Metric).Skip(1).Where(h => h.Role == LineRole.Note);
        table = WithNotes(table.WithParts(catalogue.WithParts(metric, table.Parts)), aboveTable.Concat(below.Notes));
        _tables.Add(table);
        if (reader.Trimmed is { } row) _trimmed.Add(name, row, table);
    }

    private static PublishedTable WithNotes(PublishedTable table, IEnumerable<Heading> lines)
    {
        var (definition, notes) = NoteReader.Read(lines.Select(h => h.Line));
        return table with { Definition = table.Definition.Length > 0 ? table.Definition : definition, Notes = [.. table.Notes, .. notes.Except(table.Notes)] };
    }

    private void AddMissingHeading(Passage passage, Grid grid)
    {
        var above = passage.Headings.Concat(passage.Notes).LastOrDefault();
        var (found, expected) = (new Phrase("表のすぐ上に指標の見出しがありません"), new Phrase("「1.相談対応件数(件)」のような見出し"));
        problems.Add(ProblemKind.MetricHeading, grid.Position, Phrase.None, found, expected, above?.Line.Text ?? "");
    }

    private void AddDifference(TableCopy copy, Grid grid) => problems.Add(
        ProblemKind.MetricHeading,
        copy.First?.Now.Position ?? grid.Position,
        Phrase.None,
        copy.Difference,
        new Phrase("同じ表の写しなら同じ値。別の指標の表なら別の見出し"),
        copy.First?.Now.RawText ?? "");

    private Metric Identify(Passage passage, Heading heading)
    {
        var unit = passage.Headings.LastOrDefault(h => h.Role == LineRole.Unit)?.Unit ?? heading.Unit;
        return catalogue.Identify(_section?.Name ?? "", heading.Name, unit, heading.IsLettered ? _group : "");
    }

    private TableName NameOf(Passage passage)
    {
        if (passage.Metric is not { } heading)
        {
            return new TableName(_metrics.Count == 0 ? new Phrase("見出しのない表") : new Phrase("{0}の次の表", _metrics[^1].Metric.Line.Text));
        }

        var text = heading.Line.Text;
        var title = heading.Unit.Length > 0 ? text[..Math.Max(1, text.LastIndexOfAny(['(', '（', '【', '［', '[']))].TrimEnd() : text;
        return new TableName(Phrase.Printed(_section is null ? title : $"{_section.Line.Text} {title}"));
    }
}
