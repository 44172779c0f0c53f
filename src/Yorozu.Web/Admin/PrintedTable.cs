using Yorozu.Data.Importing;
using Yorozu.Statistics;

namespace Yorozu.Web.Admin;

/// <summary>A table in the layout of the published page: areas in printed order, months and 累計値 side by side, texts as printed.</summary>
public sealed record PrintedTable(
    string Heading, string Section, IReadOnlyList<YearMonth> Months, IReadOnlyList<string> Parts, bool HasCumulative, IReadOnlyList<PrintedTable.Row> Rows)
{
    /// <summary>Two where a month has sub-columns.</summary>
    public int HeaderRows => Parts is [""] ? 1 : 2;

    public static PrintedTable Of(TablePlan plan)
    {
        var table = plan.Table;
        var revised = plan.Revised.ToDictionary(c => (c.Part, c.Area, c.Month), c => c.Before.Count);
        var cumulatives = table.Cumulatives.ToLookup(c => c.Area);
        var rows = table.Observations.GroupBy(o => o.Area).Select(area => new Row(area.Key,
        [
            .. area.Select(o => revised.TryGetValue((o.Part, o.Area, o.Month), out var before) ? new Cell(o.RawText, true, before) : new Cell(o.RawText, false, null)),
            .. cumulatives[area.Key].Select(c => new Cell(c.RawText, false, null)),
        ]));
        return new PrintedTable(table.Heading, table.Metric.Section, table.Months, table.Parts, table.HasCumulative, [.. rows]);
    }

    public sealed record Row(Area Area, IReadOnlyList<Cell> Cells);

    /// <param name="Before">The figure that is public now, when this one would replace it.</param>
    public sealed record Cell(string Text, bool IsRevised, long? Before);
}
