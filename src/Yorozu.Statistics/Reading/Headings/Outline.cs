using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>
/// Finds sections by the levels of headings: an unnumbered heading over deeper headings of metrics, none of which is known without
/// it, is their section.
/// </summary>
internal static class Outline
{
    public static IReadOnlyList<Passage> WithSections(IReadOnlyList<Passage> passages, MetricCatalogue catalogue)
    {
        var headings = passages.SelectMany((p, i) => p.Headings.Select(h => (Heading: h, Passage: i))).ToList();
        var (section, level) = ("", int.MaxValue);
        var found = new HashSet<Heading>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i].Heading;
            if (heading.Role == LineRole.Section) (section, level) = (heading.Name, LevelOf(heading));
            if (!MayBeSection(heading, passages[headings[i].Passage], catalogue) || IsWithin(section, level, heading)) continue;
            var metrics = MetricsBelow(headings, i, passages);
            if (metrics.Count == 0 || metrics.Exists(m => catalogue.Identify("", m).IsCatalogued || catalogue.Identify(section, m).IsCatalogued)) continue;
            found.Add(heading);
            (section, level) = (heading.Name, LevelOf(heading));
        }

        return found.Count == 0 ? passages : [.. passages.Select(p => p with { Headings = [.. p.Headings.Select(AsSection)] })];

        Heading AsSection(Heading heading) => found.Contains(heading) ? heading with { Role = LineRole.Section } : heading;
    }

    /// <summary>True below the heading of a section; one without a level reaches to the next section.</summary>
    private static bool IsWithin(string section, int level, Heading heading) => section.Length > 0 && (level == int.MaxValue || LevelOf(heading) > level);

    private static bool MayBeSection(Heading heading, Passage passage, MetricCatalogue catalogue) =>
        heading is { Role: LineRole.Plain, Unit: "", Line: { Style: LineStyle.Heading, Level: > 1 and < Line.BoldLevel } }
        && heading != passage.Metric
        && !FiscalYearHeading.IsTitle(heading)
        && !catalogue.KnowsName(heading.Name);

    /// <summary>The names of the metrics with a table between this heading and the next one of its level or above.</summary>
    private static List<string> MetricsBelow(List<(Heading Heading, int Passage)> headings, int index, IReadOnlyList<Passage> passages)
    {
        var level = LevelOf(headings[index].Heading);
        return [.. headings
            .Skip(index + 1)
            .TakeWhile(h => LevelOf(h.Heading) > level && h.Heading.Role != LineRole.Section)
            .Where(h => h.Heading == passages[h.Passage].Metric)
            .Select(h => h.Heading.Name)];
    }

    /// <summary>The level of a heading; text without a level stands below all of them.</summary>
    private static int LevelOf(Heading heading) => heading.Line.Level > 0 ? heading.Line.Level : int.MaxValue;
}
