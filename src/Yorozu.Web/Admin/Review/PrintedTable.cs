using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Web.Admin.Review;

/// <summary>A table in the layout of the published page: areas in printed order, months and 累計値 side by side, texts as printed.</summary>
/// <param name="Id">Of the table in the page that shows all tables.</param>
/// <param name="CumulativeColumns">One for each part or one for all; 0 without a 累計値.</param>
public sealed record PrintedTable(
    string Id,
    string Heading,
    string Section,
    IReadOnlyList<PrintedTable.Month> Months,
    IReadOnlyList<string> Parts,
    int CumulativeColumns,
    IReadOnlyList<PrintedTable.Row> Rows)
{
    /// <summary>The number of header rows: 2 with sub-columns.</summary>
    public int HeaderRows => Parts is [""] ? 1 : 2;

    /// <summary>The sub-columns of all months, in order.</summary>
    public IEnumerable<string> PartsOfMonths => Months.SelectMany(_ => Parts);

    public int Revised => Rows.Sum(r => r.Cells.Count(c => c.Revision is not null));

    public int Failed => Rows.Sum(r => r.Cells.Count(c => c.Failure is not null));

    /// <param name="number">Of the table in the document, from 1.</param>
    /// <param name="failed">The failed checks of the whole document.</param>
    public static PrintedTable Of(int number, TablePlan plan, IReadOnlyCollection<CheckResult> failed)
    {
        var table = plan.Table;
        var sums = failed.Where(f => f.Kind.IsSum() && f.MetricKey == table.Metric.Key).ToLookup(f => (f.Part, f.Area, f.Month));
        var linked = failed.Select(f => f.Position).ToHashSet();
        var revised = plan.Revised.ToDictionary(c => (c.Part, c.Area, c.Month));
        var added = plan.New.Select(o => o.Month).ToHashSet();
        var cumulatives = table.Cumulatives.ToLookup(c => c.Area);
        var rows = table.Observations.GroupBy(o => o.Area).Select(area => new Row(area.Key, PlaceOf([.. area]),
        [
            .. from o in area
               let key = (o.Part, o.Area, o.Month)
               select new Cell(o.RawText, Link(o.Position), revised.GetValueOrDefault(key), sums[key].FirstOrDefault()),
            .. cumulatives[area.Key].Select(c => new Cell(c.RawText, Link(c.Position), null, sums[(c.Part, c.Area, null)].FirstOrDefault())),
        ]));
        return new PrintedTable(
            FormattableString.Invariant($"table-{number}"),
            table.Heading,
            table.Metric.Section,
            [.. table.Months.Select(m => new Month(m, added.Contains(m)))],
            table.Parts,
            table.Cumulatives.Select(c => c.Part).Distinct().Count(),
            [.. rows]);

        string? Link(SourcePosition position) => linked.Contains(position) ? IdOf(position) : null;
    }

    /// <summary>The id of the cell that stands there in the document.</summary>
    public static string IdOf(SourcePosition position) => FormattableString.Invariant($"cell-{position.Table}-{position.Row}-{position.Column}");

    /// <summary>The row of the document; none where the areas stand side by side.</summary>
    private static SourcePosition? PlaceOf(IReadOnlyList<Observation> area) =>
        area.All(o => o.Position.Row == area[0].Position.Row && o.Position.Table == area[0].Position.Table) ? area[0].Position : null;

    /// <param name="IsNew">True when it has figures that were never published.</param>
    public sealed record Month(YearMonth Of, bool IsNew);

    /// <param name="Place">Of its first figure in the document; null where the areas stand side by side.</param>
    public sealed record Row(Area Area, SourcePosition? Place, IReadOnlyList<Cell> Cells);

    /// <param name="Id">For links from the failed checks; null without one.</param>
    /// <param name="Revision">The revision of this cell.</param>
    /// <param name="Failure">The failed sum of this cell.</param>
    public sealed record Cell(string Text, string? Id, RevisedCell? Revision, CheckResult? Failure);
}
