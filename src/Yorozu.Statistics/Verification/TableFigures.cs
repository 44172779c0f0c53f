namespace Yorozu.Statistics.Verification;

/// <summary>The cells of one table, found by part, area and month.</summary>
internal sealed class TableFigures(PublishedTable table)
{
    private readonly Dictionary<(string, Area, YearMonth), Observation> _cells =
        table.Observations.ToDictionary(o => (o.Part, o.Area, o.Month));

    private readonly Dictionary<(string, Area), PublishedCumulative> _cumulatives =
        table.Cumulatives.ToDictionary(c => (c.Part, c.Area));

    public PublishedTable Table => table;

    public Observation Cell(string part, Area area, YearMonth month) => _cells[(part, area, month)];

    public PublishedCumulative Cumulative(string part, Area area) => _cumulatives[(part, area)];

    public IEnumerable<Observation> Row(string part, Area area) => table.Months.Select(month => Cell(part, area, month));
}
