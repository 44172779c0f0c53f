namespace Yorozu.Statistics.Reading;

/// <summary>Reads the blocks of a document, whatever its format, into a page.</summary>
internal sealed class PageReader(MetricCatalogue catalogue, DocumentFormat format, string encodingName)
{
    private readonly ProblemList _problems = new();

    public ReadResult Read(IReadOnlyList<Block> blocks)
    {
        var sections = Sections(blocks);
        var year = Year(sections);
        var tables = new List<PublishedTable>();
        var (section, group) = ("", "");
        for (var i = 0; i + 1 < sections.Count; i++)
        {
            var (heading, grid) = sections[i];
            foreach (var line in heading.Headings)
            {
                var read = Heading.Of(line);
                if (read.Role == LineRole.Section) (section, group) = (read.Name, "");
                else if (read.Role == LineRole.Group) group = read.Name;
                else if (read is { Role: LineRole.Metric, IsLettered: false }) group = "";
            }

            if (heading.Metric is null)
            {
                _problems.Add(ProblemKind.MetricHeading, grid!.Position, "", "表の前に指標の見出しがありません", "「1.相談対応件数(件)」のような見出し");
                continue;
            }

            var name = Heading.Of(heading.Metric).AsMetric();
            var metric = catalogue.Identify(section, name.Name, name.Unit, name.IsLettered ? group : "");
            var table = new TableReader(year, _problems, heading.Metric.Text).Read(grid!, metric, heading.Metric.Text);
            if (table is null) continue;
            var (definition, notes) = NoteReader.Read(sections[i + 1].Heading.Notes);
            tables.Add(table with { Definition = definition, Notes = notes });
        }

        if (sections.Count == 1) _problems.Add(ProblemKind.TableMissing, default, "", "表がありません", "月ごとの件数の表");
        if (_problems.Count > 0) return ReadResult.Refused(_problems.Found);
        var published = tables.SelectMany(t => t.Observations).Where(o => o.Figure.IsPublished).Select(o => o.Month).ToList();
        return ReadResult.Read(new PublishedPage(year, published.Max(), format, encodingName, tables));
    }

    private static List<(TableHeading Heading, Grid? Grid)> Sections(IReadOnlyList<Block> blocks)
    {
        var sections = new List<(TableHeading, Grid?)>();
        var lines = new List<Line>();
        foreach (var block in blocks)
        {
            if (block is Line line)
            {
                lines.Add(line);
            }
            else if (block is Grid grid && HeaderReader.MonthRow(grid) >= 0)
            {
                sections.Add((TableHeading.Split(lines, false), grid));
                lines = [];
            }
        }

        sections.Add((TableHeading.Split(lines, true), null));
        return sections;
    }

    private FiscalYear Year(List<(TableHeading Heading, Grid? Grid)> sections)
    {
        var years = sections.SelectMany(s => s.Heading.Headings).SelectMany(l => FiscalYearHeading.YearsIn(l.Text)).Distinct().ToList();
        if (years.Count == 1) return years[0];
        _problems.Add(ProblemKind.FiscalYearMissing, default, "", "年度の見出しがありません", "「令和3年度よろず支援拠点相談等実績」のような見出し");
        return new FiscalYear(2021);
    }
}
