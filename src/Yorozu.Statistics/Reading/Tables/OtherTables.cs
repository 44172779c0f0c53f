using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Tells tables of other contents from those of a metric: months without prefectures (a national summary, past years) or
/// prefectures below other words than months (staff, addresses). They are passed over with a notice.
/// </summary>
internal static class OtherTables
{
    /// <summary>The passages without those of other tables. A metric's heading above such a table is that of the table that follows.</summary>
    public static IReadOnlyList<Passage> PassOver(IReadOnlyList<Passage> passages, MetricCatalogue catalogue, ProblemList problems)
    {
        var kept = new List<Passage>(passages.Count);
        Passage? above = null;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = above is null ? passages[i] : above.Before(passages[i]);
            above = null;
            if (passage.Table is { } some && Leaders.HeadingOf(passage, some) is { } leaders)
            {
                problems.Notice(some.Position, new Phrase("「{0}」の表は一部の拠点だけの表なので、読み取っていません", ShortText.Shorten(leaders.Line.Text)));
                above = Leaders.Without(passage, leaders, catalogue);
                continue;
            }

            var isCertain = passage.Metric is { } metric && Passage.NamesMetricItself(metric, catalogue);
            if (passage.Table is { } grid && IsOther(grid) && (!isCertain || passages[i + 1] is { Metric: null, Table: { } next } && !IsOther(next)))
            {
                Note(problems, grid, isCertain ? null : LastHeading(passage));
                above = isCertain ? passage : WithoutHeading(passage);
            }
            else
            {
                kept.Add(passage);
            }
        }

        return kept;
    }

    private static bool IsOther(Grid grid)
    {
        var header = HeaderRows.Find(grid);
        if (header is null) return AreaName.Read(grid.Rows[0].Cells[0].Text) is null && HasOtherHeader(grid.Rows[0]);
        var labels = grid.Rows.Skip(header.Count).Select(r => r.Cells[0].Text).ToList();
        return labels.Exists(l => l.Length > 0) && labels.TrueForAll(l => l.Length == 0 || AreaName.Read(l) is { IsNation: true } || IsOtherWord(l));
    }

    private static bool HasOtherHeader(GridRow row)
    {
        var labels = row.Cells.Skip(1).Select(c => c.Text).Where(t => t.Length > 0).ToList();
        return labels.Count > 0 && labels.TrueForAll(IsWord) && !labels.Exists(l => l.Contains('月') || MetricPart.IsTotal(l) || ColumnHeading.IsCumulative(l));
    }

    private static bool IsOtherWord(string label) => AreaName.Read(label) is null && IsWord(label);

    private static bool IsWord(string text) => text.Any(c => c >= '\u3040' && char.IsLetter(c)) && !FigureParser.TryParse(text, out _);

    private static Heading? LastHeading(Passage passage) => passage.Headings.LastOrDefault(h => h.Role is not (LineRole.Note or LineRole.Unit));

    private static void Note(ProblemList problems, Grid grid, Heading? heading) => problems.Notice(
        grid.Position,
        heading is null || (FiscalYearHeading.IsTitle(heading) && heading.Line.Level < 2)
            ? new Phrase("月ごと・都道府県ごとの表ではない表があります。読み取っていません")
            : new Phrase("「{0}」の表は月ごと・都道府県ごとの表ではないので、読み取っていません", ShortText.Shorten(heading.Line.Text)));

    /// <summary>Drops the heading right above the table, or the year that it is about when the page has a title of its own.</summary>
    private static Passage WithoutHeading(Passage passage)
    {
        var titles = passage.Notes.Concat(passage.Headings).Count(FiscalYearHeading.IsTitle);
        var dropped = passage.Metric ?? (titles > 1 ? LastHeading(passage) : null);
        return passage with { Headings = [.. passage.Headings.Where(h => !ReferenceEquals(h, dropped))], Metric = null };
    }
}
