using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Tells what the rows of regions add up that are listed together at an end of a table. Publishers draw regions differently, so
/// the figures decide: each is the sum of the next prefectures in printed order, as many as make most of its columns hold.
/// </summary>
/// <param name="columns">The columns with figures of the metric.</param>
internal sealed class ListedRegions(IReadOnlyList<int> columns)
{
    private readonly List<(Area Area, GridRow Row)> _rows = [];
    private int _next;

    /// <summary>Adds the row of an area, in printed order.</summary>
    public void AddArea(Area area, GridRow row) => _rows.Add((area, row));

    /// <summary>The areas of the next region; those of its name where no sum holds, and none when the name is not known either.</summary>
    public List<Area> Next(GridRow region)
    {
        var sums = CountsOf(region);
        var running = new long[columns.Count];
        var (end, most) = (0, 0);
        for (var i = _next; i < _rows.Count; i++)
        {
            var counts = CountsOf(_rows[i].Row);
            for (var c = 0; c < running.Length; c++) running[c] += counts[c];
            var equal = running.Zip(sums).Count(p => p.First == p.Second && p.First > 0);
            if (equal > most) (end, most) = (i + 1, equal);
        }

        var areas = most > 0 ? _rows[_next..end].ConvertAll(r => r.Area) : Named(region.Cells[0].Text);
        if (areas.Count > 0) _next = _rows.FindLastIndex(r => areas.Contains(r.Area)) + 1;
        return areas;
    }

    private long[] CountsOf(GridRow row) => [.. columns.Select(c => FigureParser.TryParse(row.TextAt(c + 1), out var figure) ? figure.Count ?? 0 : 0)];

    private List<Area> Named(string label)
    {
        var regions = Enum.GetValues<Region>().Where(r => label.Contains(r.JapaneseName(), StringComparison.Ordinal)).ToHashSet();
        return [.. _rows.Select(r => r.Area).Where(a => a.Prefecture is { } prefecture && regions.Contains(prefecture.Region))];
    }
}
