using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Finds copies of tables, as pages print them for phones or for printing.</summary>
internal sealed class TableCopies(PageYear? year)
{
    private const int MinCount = 20;
    private const int MinCells = 10;
    private readonly List<PublishedTable> _tables = [];

    /// <summary>Remembers a table as read, with its parts as printed.</summary>
    public void Add(PublishedTable table) => _tables.Add(table);

    /// <summary>
    /// The table of the same cells with the fewest differences; null when no table has most of these figures. Small counts are often
    /// equal by chance: they prove a copy only below the heading of the same metric.
    /// </summary>
    public TableCopy? Find(Grid grid, bool hasSameHeading)
    {
        if (grid.Rows.Count == 0 || _tables.Count == 0) return null;
        var ignored = new ProblemList();
        var copy = new TableReader(year, ignored, new TableName(Phrase.None)).Read(grid, new Metric("", "", "", ""), "");
        if (copy is null || ignored.Count > 0) return null;
        return _tables
            .Select((t, i) => Compare(t, copy, i))
            .OfType<TableCopy>()
            .Where(c => c.IsLikely || (hasSameHeading && c.Differences * 2 <= copy.Observations.Count))
            .MinBy(c => c.Differences);
    }

    private static TableCopy? Compare(PublishedTable original, PublishedTable copy, int index)
    {
        if (original.Observations.Count != copy.Observations.Count || original.Cumulatives.Count != copy.Cumulatives.Count) return null;
        var cells = original.Observations.ToDictionary(o => (o.Part, o.Area, o.Month));
        var sums = original.Cumulatives.ToDictionary(c => (c.Part, c.Area));
        var (differences, equal, unequal, first) = (0, 0, 0, default((Observation, Observation)?));
        foreach (var cell in copy.Observations)
        {
            if (!cells.TryGetValue((cell.Part, cell.Area, cell.Month), out var before)) return null;
            var isLarge = before.Figure.Count >= MinCount || cell.Figure.Count >= MinCount;
            if (before.Figure == cell.Figure)
            {
                equal += isLarge ? 1 : 0;
                continue;
            }

            unequal += isLarge ? 1 : 0;
            differences++;
            first ??= (before, cell);
        }

        differences += copy.Cumulatives.Count(c => !sums.TryGetValue((c.Part, c.Area), out var before) || before.Figure != c.Figure);
        return new TableCopy(index, original, differences, first, equal >= MinCells && equal > unequal);
    }
}

/// <summary>A copy of a table.</summary>
/// <param name="Index">The index of the original among the tables.</param>
/// <param name="Original">The table.</param>
/// <param name="Differences">The number of figures that differ; 0 for an equal copy.</param>
/// <param name="First">The first figure that differs, in the table and in the copy; null when only 累計値 differs.</param>
/// <param name="IsLikely">True when most of the large counts are equal, whatever the headings say.</param>
internal sealed record TableCopy(int Index, PublishedTable Original, int Differences, (Observation Before, Observation Now)? First, bool IsLikely)
{
    public bool IsEqual => Differences == 0;

    /// <summary>How the copy differs, with both places.</summary>
    public Phrase Difference => First is var (before, now)
        ? new Phrase(
            "「{0}」の表が2つあり、{1}か所で値が違います。{2}の{3}は「{4}」（{5}）と「{6}」（ここ）",
            Original.Heading, Differences, now.Area.RowLabel, now.Month, before.RawText, before.Position.Name, now.RawText)
        : new Phrase("「{0}」の表が2つあり、{1}か所で累計値が違います。1つ目は{2}から始まる表", Original.Heading, Differences, Original.Position.Name);
}
