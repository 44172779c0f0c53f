using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Web.Admin.Review;

/// <summary>A table in the layout of the published page: areas in printed order, months and 累計値 side by side, texts as printed.</summary>
/// <param name="CumulativeColumns">One for each part or one for all; 0 without a 累計値.</param>
public sealed record PrintedTable(
    string Heading, string Section, IReadOnlyList<YearMonth> Months, IReadOnlyList<string> Parts, int CumulativeColumns, IReadOnlyList<PrintedTable.Row> Rows)
{
    /// <summary>The number of header rows: 2 with sub-columns.</summary>
    public int HeaderRows => Parts is [""] ? 1 : 2;

    /// <summary>The sub-columns of all months, in order.</summary>
    public IEnumerable<string> PartsOfMonths => Months.SelectMany(_ => Parts);

    /// <param name="failed">The failed checks of the whole document.</param>
    public static PrintedTable Of(TablePlan plan, IEnumerable<CheckResult> failed)
    {
        var table = plan.Table;
        var failures = failed.Where(f => f.MetricKey == table.Metric.Key).ToLookup(f => (f.Part, f.Area, f.Month));
        var revised = plan.Revised.ToDictionary(c => (c.Part, c.Area, c.Month));
        var cumulatives = table.Cumulatives.ToLookup(c => c.Area);
        var rows = table.Observations.GroupBy(o => o.Area).Select(area => new Row(area.Key,
        [
            .. from o in area
               let key = (o.Part, o.Area, o.Month)
               select new Cell(o.RawText, revised.GetValueOrDefault(key), failures[key].FirstOrDefault()),
            .. cumulatives[area.Key].Select(c => new Cell(c.RawText, null, failures[(c.Part, c.Area, null)].FirstOrDefault())),
        ]));
        var cumulativeColumns = table.Cumulatives.Select(c => c.Part).Distinct().Count();
        return new PrintedTable(table.Heading, table.Metric.Section, table.Months, table.Parts, cumulativeColumns, [.. rows]);
    }

    public sealed record Row(Area Area, IReadOnlyList<Cell> Cells);

    /// <param name="Revision">The revision of this cell.</param>
    /// <param name="Failure">The failed sum of this cell.</param>
    public sealed record Cell(string Text, RevisedCell? Revision, CheckResult? Failure);
}
