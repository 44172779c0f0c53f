using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>
/// Finds headings that promise a table which is not there: the page was cut off, or a table was lost. A list of contents
/// promises nothing that does not come later.
/// </summary>
internal sealed class PromisedTables(MetricCatalogue catalogue, ProblemList problems)
{
    public void Check(IReadOnlyList<Passage> passages, IReadOnlyList<(Heading Metric, Metric Read)> read)
    {
        if (read.Count == 0) return;
        var names = read.Select(m => m.Metric.Name).ToHashSet(StringComparer.Ordinal);
        var sections = read.Select(m => MetricCatalogue.Normalise(m.Read.Section)).ToHashSet(StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in passages.SelectMany(p => p.Notes.Concat(p.Headings)))
        {
            var isLost = heading.Role switch
            {
                LineRole.Section => IsCertain(heading, catalogue.KnowsSection(heading.Name)) && !sections.Contains(MetricCatalogue.Normalise(heading.Name)),
                LineRole.Metric => IsCertain(heading, catalogue.KnowsName(heading.Name)) && !names.Contains(heading.Name),
                _ => false,
            };
            if (!isLost || !reported.Add(heading.Name)) continue;
            problems.Add(ProblemKind.Truncated, heading.Line.Position, "", $"見出し「{ProblemList.Cut(heading.Line.Text)}」の下に表がありません", "見出しの指標の表", heading.Line.Text);
        }
    }

    private static bool IsCertain(Heading heading, bool isKnown) => isKnown || heading.Unit.Length > 0 || heading.Line.Style == LineStyle.Heading;
}
