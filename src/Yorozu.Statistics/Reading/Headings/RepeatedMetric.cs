using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>
/// Explains a second table of the same metric. Where a line between the two looks like the heading of a section that was not
/// understood, that line is the problem.
/// </summary>
internal sealed partial class RepeatedMetric(MetricCatalogue catalogue, ProblemList problems)
{
    public void Add(IReadOnlyList<Passage> passages, int index, Heading first)
    {
        var metric = passages[index].Metric!;
        var above = passages[index].Notes.Concat(passages[index].Headings.TakeWhile(h => h != metric));
        if (above.LastOrDefault(MayBeSection) is { } section)
        {
            problems.Add(
                ProblemKind.MetricHeading,
                section.Line.Position,
                Phrase.None,
                new Phrase("区分の見出しとして読み取れない行があります。その下の「{0}」が、{1}の見出しと同じ指標になります", metric.Line.Text, first.Line.Position.Name),
                new Phrase("「(2)生産性向上支援センター」のような、区分の名前だけの見出し"),
                section.Line.Text);
            return;
        }

        problems.Add(
            ProblemKind.MetricHeading,
            metric.Line.Position,
            new Phrase("「{0}」", metric.Line.Text),
            new Phrase("同じ指標の表が2つ以上あります。1つ目の見出しは{0}です", first.Line.Position.Name),
            new Phrase("指標ごとに1つの表。区分が違うなら、表の前に「(2)生産性向上支援センター」のような区分の見出し"),
            metric.Line.Text);
    }

    private bool MayBeSection(Heading line) =>
        line.Role is not (LineRole.Metric or LineRole.Unit or LineRole.Section)
        && (Numbered().IsMatch(line.Line.Text) || catalogue.MentionsSection(line.Line.Text));

    [GeneratedRegex(@"^[(（〔［\[【<＜]?\s*第?\s*(?:\d{1,2}|[一二三四五六七八九十]|[Ⅰ-Ⅻ⑴-⒇])\s*[)）〕］\]】>＞.．、]", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
