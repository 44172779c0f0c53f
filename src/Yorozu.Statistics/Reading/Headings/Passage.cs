using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>The lines between two tables: notes of the one above, then headings of the one below.</summary>
/// <param name="Notes">Lines that belong to the table above; before the first table, the introduction of the page.</param>
/// <param name="Headings">Everything from the first heading on.</param>
/// <param name="Metric">The heading of the metric of the table below; null when there is none.</param>
/// <param name="Table">The table below; null at the end of the page.</param>
internal sealed record Passage(IReadOnlyList<Heading> Notes, IReadOnlyList<Heading> Headings, Heading? Metric, Grid? Table)
{
    /// <summary>Splits a document at its tables.</summary>
    public static IReadOnlyList<Passage> Cut(IReadOnlyList<Block> blocks, MetricCatalogue catalogue)
    {
        var passages = new List<Passage>();
        var lines = new List<Line>();
        foreach (var block in blocks)
        {
            if (block is Line { Style: not LineStyle.Boilerplate } line && !Heading.IsBoilerplate(line.Text)) lines.Add(line);
            if (block is not Grid grid) continue;
            passages.Add(Split(lines, grid, catalogue));
            lines = [];
        }

        passages.Add(Split(lines, null, catalogue));
        return Outline.WithSections(passages, catalogue);
    }

    /// <summary>
    /// This passage, whose table is passed over, in front of the next one, without the remarks below that table. The metric is that
    /// of the next one, unless its heading only describes the table: 1.相談対応件数(件), 全拠点.
    /// </summary>
    public Passage Before(Passage next) => new(
        Notes,
        [.. Headings, .. next.Notes.Where(h => h.Role is LineRole.Metric or LineRole.Group or LineRole.Section), .. next.Headings],
        next.Metric is { } metric && !(Metric is { } shared && TableDescription.Fits(metric, shared)) ? metric : Metric,
        next.Table);

    /// <summary>Splits the lines between two tables. A link or the label of a tab is the heading of a table without any other.</summary>
    private static Passage Split(List<Line> lines, Grid? table, MetricCatalogue catalogue)
    {
        var passage = SplitPrinted(lines.FindAll(IsPrinted), table, catalogue);
        if (table is null || passage.Metric is not null) return passage;
        foreach (var style in (LineStyle[])[LineStyle.PanelLabel, LineStyle.Control])
        {
            var labels = lines.FindAll(l => l.Style == style && NamesMetricItself(AsHeading(l, catalogue), catalogue));
            if (labels is not [var label]) continue;
            return SplitPrinted(lines.FindAll(l => l == label || IsPrinted(l)), table, catalogue);
        }

        return passage;

        bool IsPrinted(Line line) => line.Style switch
        {
            LineStyle.Control => false,
            LineStyle.PanelLabel => AsHeading(line, catalogue).Role == LineRole.Section,
            _ => true,
        };
    }

    private static Heading AsHeading(Line line, MetricCatalogue catalogue) => Known(Heading.Of(line with { Style = LineStyle.Heading }), catalogue);

    /// <summary>True when a heading names a metric without doubt: a known name, or a number with a unit or a count.</summary>
    public static bool NamesMetricItself(Heading heading, MetricCatalogue catalogue) =>
        heading.Role is LineRole.Metric or LineRole.Group or LineRole.Plain
        && !FiscalYearHeading.IsTitle(heading)
        && (catalogue.KnowsName(heading.Name) || heading.Unit.Length > 0 || (heading.Role == LineRole.Metric && heading.Name.EndsWith('数')));

    private static Passage SplitPrinted(List<Line> printed, Grid? table, MetricCatalogue catalogue)
    {
        var lines = printed.ConvertAll(l => l.Style is LineStyle.Control or LineStyle.PanelLabel ? l with { Style = LineStyle.Heading } : l);
        var headings = JoinWrapped(lines).Select(Heading.Of).Select(h => Known(h, catalogue)).ToList();
        for (var i = 0; i + 1 < headings.Count; i++)
        {
            if (headings[i + 1].IsLettered && headings[i] is { Role: LineRole.Metric, IsLettered: false, Unit: "" } && !catalogue.KnowsName(headings[i].Name))
            {
                headings[i] = headings[i] with { Role = LineRole.Group };
            }
        }

        var metric = table is null ? -1 : headings.FindLastIndex(h => h.Role is not (LineRole.Note or LineRole.Unit));
        metric = PassDescriptions(headings, metric, catalogue);
        if (metric >= 0 && !NamesMetric(headings[metric], catalogue)) metric = -1;
        var start = metric < 0 ? headings.Count : metric;
        while (start > 0 && (headings[start - 1].IsStrong || headings[start - 1].Role == LineRole.Metric || FiscalYearHeading.IsTitle(headings[start - 1])))
        {
            start--;
        }
        if (headings.FindIndex(h => h.IsStrong) is >= 0 and var strong) start = Math.Min(start, strong);
        return new Passage(headings[..start], headings[start..], metric < 0 ? null : headings[metric], table);
    }

    /// <summary>The heading above lines that only describe the table; they become notes. The same index when there are none.</summary>
    private static int PassDescriptions(List<Heading> headings, int last, MetricCatalogue catalogue)
    {
        var metric = last > 0 ? headings.FindLastIndex(last - 1, h => NamesMetricItself(h, catalogue)) : -1;
        if (metric < 0) return last;
        var below = Enumerable.Range(metric + 1, last - metric).Where(i => headings[i].Role is not (LineRole.Note or LineRole.Unit)).ToList();
        if (!below.TrueForAll(i => TableDescription.Fits(headings[i], headings[metric]))) return last;
        foreach (var i in below.Where(i => !FiscalYearHeading.IsTitle(headings[i]))) headings[i] = headings[i] with { Role = LineRole.Note };
        return metric;
    }

    private static bool NamesMetric(Heading heading, MetricCatalogue catalogue) => heading.Role switch
    {
        LineRole.Metric or LineRole.Group => true,
        LineRole.Plain when catalogue.KnowsName(heading.Name) => true,
        LineRole.Plain => (heading.Line.Style == LineStyle.Heading || heading.Unit.Length > 0) && !FiscalYearHeading.IsTitle(heading),
        _ => false,
    };

    /// <summary>A known name or unit tells a metric from a section, whatever the numbering.</summary>
    private static Heading Known(Heading heading, MetricCatalogue catalogue) => heading.Role switch
    {
        LineRole.Plain or LineRole.Metric when catalogue.KnowsSection(heading.Name) => heading with { Role = LineRole.Section },
        LineRole.Section when heading.AsMetric() is var metric && (catalogue.KnowsName(metric.Name) || catalogue.KnowsUnit(metric.Unit)) => metric,
        _ => heading,
    };

    /// <summary>A wrapped heading continues in the lines that follow it without a gap.</summary>
    private static List<Line> JoinWrapped(List<Line> lines)
    {
        var joined = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            var before = joined.Count > 0 ? joined[^1] : null;
            if (before is not null && !line.StartsParagraph && line.Style == before.Style
                && Heading.Of(before).Role is LineRole.Metric or LineRole.Section or LineRole.Group && Heading.Of(line).Role == LineRole.Plain)
            {
                joined[^1] = before with { Text = before.Text + line.Text };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }
}
