using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Verification.Results;

/// <summary>The cells of one table, indexed by part, area and month.</summary>
internal sealed class TableFigures
{
    private readonly YearMonth _first;
    private readonly Dictionary<string, Observation[,]> _cells;
    private readonly Dictionary<(string, Area), PublishedCumulative> _cumulatives;

    public TableFigures(PublishedTable table)
    {
        Table = table;
        _first = table.Months.Min();
        var months = table.Months.Max().MonthsSince(_first) + 1;
        _cells = table.Parts.ToDictionary(part => part, _ => new Observation[Area.All.Count, months]);
        foreach (var cell in table.Observations) _cells[cell.Part][cell.Area.Number, cell.Month.MonthsSince(_first)] = cell;
        _cumulatives = table.Cumulatives.ToDictionary(c => (c.Part, c.Area));
    }

    public PublishedTable Table { get; }

    public Observation Cell(string part, Area area, YearMonth month) => _cells[part][area.Number, month.MonthsSince(_first)];

    /// <summary>The counts of the prefectures in a month, by code minus one; null where nothing is published.</summary>
    public long?[] Counts(string part, YearMonth month)
    {
        var (cells, column) = (_cells[part], month.MonthsSince(_first));
        var counts = new long?[Area.All.Count - 1];
        for (var i = 0; i < counts.Length; i++) counts[i] = cells[i + 1, column].Figure.Count;
        return counts;
    }

    public PublishedCumulative Cumulative(string part, Area area) => _cumulatives[(part, area)];

    /// <summary>The months of a row, part by part.</summary>
    public IEnumerable<Observation> Row(string part, Area area)
    {
        foreach (var each in PartsOf(part))
        {
            foreach (var month in Table.Months) yield return Cell(each, area, month);
        }
    }

    /// <summary>The part itself, or for a 累計値 without a part every part of the months that no other one includes.</summary>
    public IReadOnlyList<string> PartsOf(string part) =>
        part.Length > 0 || _cells.ContainsKey(part) ? [part]
        : Table.Parts.Where(p => !MetricPart.IsOfWhich(p)).ToList() is { Count: > 0 } whole ? whole
        : Table.Parts;
}
