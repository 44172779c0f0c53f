using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>
/// Finds headings without a table: the page was cut off, or a table was lost. A table of contents is not reported as long as
/// each of its entries has a table later.
/// </summary>
internal sealed partial class HeadingWithoutTable(MetricCatalogue catalogue, ProblemList problems)
{
    public void Check(IReadOnlyList<Passage> passages, IReadOnlyList<(Heading Metric, Metric Read)> read)
    {
        if (read.Count == 0) return;
        var used = read.Select(m => m.Metric).ToHashSet(ReferenceEqualityComparer.Instance);
        var keys = read.Select(m => m.Read.Key).ToHashSet(StringComparer.Ordinal);
        var names = read.Select(m => Term.Key(m.Metric.Name)).ToHashSet(StringComparer.Ordinal);
        var sections = read.Select(m => Term.Key(m.Read.Section)).ToHashSet(StringComparer.Ordinal);
        var reported = new HashSet<(string, string)>();
        var section = "";
        for (var i = 0; i < passages.Count; i++)
        {
            foreach (var heading in passages[i].Notes.Concat(passages[i].Headings))
            {
                if (heading.Role == LineRole.Section) section = heading.Name;
                if (used.Contains(heading)) continue;
                var name = Term.Key(heading.Name);
                var isLost = heading.Role switch
                {
                    LineRole.Section => IsCertain(heading, catalogue.KnowsSection(heading.Name)) && !sections.Contains(name),
                    // Headings before the first table may be a table of contents.
                    LineRole.Metric => IsCertain(heading, catalogue.KnowsName(heading.Name))
                        && !(i == 0 ? names.Contains(name) : keys.Contains(catalogue.Identify(section, heading.Name).Key)),
                    _ => false,
                };
                if (!isLost || !reported.Add((section, name))) continue;
                if (passages[i].Metric is { } other && passages[i].Headings.Contains(heading) && !Passage.NamesMetricItself(other, catalogue))
                {
                    AddLineBetween(heading, other);
                    continue;
                }

                problems.Add(
                    ProblemKind.Truncated,
                    heading.Line.Position,
                    Phrase.None,
                    new Phrase("見出し「{0}」の下に表がありません", ShortText.Shorten(heading.Line.Text)),
                    new Phrase("見出しの指標の表"),
                    heading.Line.Text);
            }
        }
    }

    /// <summary>A line between the heading of a metric and the table, which may name the metric too.</summary>
    private void AddLineBetween(Heading heading, Heading between) => problems.Add(
        ProblemKind.MetricHeading,
        between.Line.Position,
        Phrase.None,
        new Phrase("見出し「{0}」と表の間にこの行があり、どちらが表の見出しか分かりません", ShortText.Shorten(heading.Line.Text)),
        new Phrase("表のすぐ上に指標の見出し。表の説明の行は「※」で始めます"),
        between.Line.Text);

    private static bool IsCertain(Heading heading, bool isKnown) =>
        isKnown || heading.Unit.Length > 0 || (NamesCount().IsMatch(heading.Name) && !NamesOther().IsMatch(heading.Name));

    [GeneratedRegex("(?:数|額|率|実績|状況)(?:[（(][^()（）]*[）)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex NamesCount();

    [GeneratedRegex("問い?合わ?せ|用語|説明|グラフ|図|注意|備考|資料|リンク|連絡|目次|概要|参考|について|とは|ページ|ダウンロード|推移|見方|定義", RegexOptions.CultureInvariant)]
    private static partial Regex NamesOther();
}
