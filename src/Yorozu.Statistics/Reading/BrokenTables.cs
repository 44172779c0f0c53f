using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading;

/// <summary>
/// Joins a table that a line between its rows broke in two, and reports that line: it is the cause, and the missing rows and
/// headings of the two halves are not.
/// </summary>
internal static class BrokenTables
{
    private const int MaxLines = 3;

    public static IReadOnlyList<Block> Join(IReadOnlyList<Block> blocks, ProblemList problems)
    {
        var joined = new List<Block>(blocks.Count);
        var above = -1;
        foreach (var block in blocks)
        {
            if (block is Grid below && above >= 0 && joined.Count - above - 1 is >= 1 and <= MaxLines && GoesOn((Grid)joined[above], below))
            {
                var line = (Line)joined[above + 1];
                var (found, expected) = (new Phrase("表の途中に、表の行でない行があります"), new Phrase("都道府県の行だけが続く表。説明の行なら表の下に"));
                problems.Add(ProblemKind.AreaRow, line.Position, Phrase.None, found, expected, line.Text);
                joined.RemoveRange(above + 1, joined.Count - above - 1);
                joined[above] = (Grid)joined[above] with { Rows = [.. ((Grid)joined[above]).Rows, .. below.Rows] };
                continue;
            }

            if (block is Grid) above = joined.Count;
            joined.Add(block);
        }

        return joined;
    }

    /// <summary>True for rows without a header whose areas the table above lacks.</summary>
    private static bool GoesOn(Grid above, Grid below)
    {
        var areas = AreasOf(above);
        var others = AreasOf(below);
        return areas.Count > 0 && others.Count > 0 && areas.Count + others.Count <= Area.All.Count && !areas.Overlaps(others)
            && HeaderRows.Find(above) is not null && AreaName.Read(below.Rows[0].Cells[0].Text) is not null;
    }

    private static HashSet<Area> AreasOf(Grid grid) => [.. grid.Rows.Select(r => AreaName.Read(r.Cells[0].Text)).OfType<Area>()];
}
