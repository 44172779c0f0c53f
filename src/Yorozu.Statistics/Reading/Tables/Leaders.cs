using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Tables of the leading prefectures only, such as 上位5拠点. A table with few rows for any other reason is damaged.</summary>
internal static partial class Leaders
{
    private const int MaxAreas = 20;

    /// <summary>The heading that says so, right above such a table; null for any other table.</summary>
    public static Heading? HeadingOf(Passage passage, Grid table)
    {
        var areas = table.Rows.Count(r => AreaName.Read(r.Cells[0].Text) is { IsNation: false });
        if (areas is 0 or > MaxAreas) return null;
        var last = passage.Notes.Concat(passage.Headings).LastOrDefault(h => h.Role is not (LineRole.Note or LineRole.Unit));
        return last is not null && Word().IsMatch(MetricCatalogue.Normalise(last.Line.Text)) ? last : null;
    }

    /// <summary>The passage without its table and that heading. A metric's heading above it is that of the next table.</summary>
    public static Passage Without(Passage passage, Heading heading, MetricCatalogue catalogue)
    {
        var notes = passage.Notes.Where(h => !ReferenceEquals(h, heading)).ToList();
        var lines = notes.Concat(passage.Headings.Where(h => !ReferenceEquals(h, heading))).ToList();
        var metric = lines.FindLastIndex(h => Passage.NamesMetricItself(h, catalogue));
        // Below a line of text that is no heading, the heading of the metric is not found.
        var start = notes.Count < passage.Notes.Count && metric >= 0 ? Math.Min(metric, notes.Count) : notes.Count;
        if (metric < start) metric = -1;
        return new Passage(lines[..start], lines[start..], metric >= 0 ? lines[metric] : null, null);
    }

    [GeneratedRegex("(?:上位|下位|ベスト|ワースト|トップ|TOP|Top)[0-9]{1,2}|ランキング", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
