using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification;

/// <summary>
/// Builds a table whose sums all hold, in which a test then changes single cells. A cell is a part, an area and a month;
/// the month null is 累計値.
/// </summary>
internal sealed class TableBuilder
{
    private static readonly FiscalYear Year = new(2021);

    private readonly string _metricKey;
    private readonly List<YearMonth> _months;
    private readonly bool _hasCumulative;
    private readonly string[] _parts;
    private readonly Dictionary<(string Part, Area Area, YearMonth? Month), Figure> _cells = [];

    /// <summary>A table of the months from April 2021 on; the last of the parts is the total of the others.</summary>
    public TableBuilder(
        int months = 3, bool cumulative = true, string[]? parts = null, string metricKey = "consultations", Func<Area, YearMonth, long>? counts = null)
    {
        _metricKey = metricKey;
        _months = [.. Enumerable.Range(0, months).Select(Year.FirstMonth.AddMonths)];
        _hasCumulative = cumulative;
        _parts = parts ?? [""];
        Fill(counts ?? ((area, month) => (100 * area.Number) + month.Month));
    }

    public static YearMonth April => Year.FirstMonth;

    public static YearMonth May => Year.FirstMonth.AddMonths(1);

    public static YearMonth June => Year.FirstMonth.AddMonths(2);

    public static Area Prefecture(string name) =>
        Statistics.Prefecture.TryFromName(name, out var prefecture) ? Area.Of(prefecture) : throw new ArgumentException(name);

    public TableBuilder Set(Area area, YearMonth? month, long? count, string part = "")
    {
        _cells[(part, area, month)] = Figure.Of(count);
        return this;
    }

    public TableBuilder Add(Area area, YearMonth? month, long difference, string part = "") => Set(area, month, Count(area, month, part) + difference, part);

    public TableBuilder BlankColumn(YearMonth? month)
    {
        foreach (var area in Area.All)
        {
            foreach (var part in _parts) Set(area, month, null, part);
        }

        return this;
    }

    public long Count(Area area, YearMonth? month, string part = "") => _cells[(part, area, month)].Count!.Value;

    public SourcePosition Position(Area area, YearMonth? month, string part = "")
    {
        var column = month is { } m ? _months.IndexOf(m) : _months.Count;
        return SourcePosition.InText(10 + area.Number, 2 + (column * _parts.Length) + Array.IndexOf(_parts, part));
    }

    /// <summary>The table as what had been published before.</summary>
    public FigureHistory AsHistory()
    {
        var history = new FigureHistory();
        foreach (var cell in Observations()) history.Add(_metricKey, cell.Part, cell.Area, [(cell.Month, cell.Figure)]);
        return history;
    }

    public IReadOnlyList<CheckResult> Verify(FigureHistory? history = null) => Verifier.Verify(Page(), history ?? FigureHistory.Empty);

    public IReadOnlyList<CheckResult> Verify(CheckKind kind, FigureHistory? history = null) => [.. Verify(history).Where(f => f.Kind == kind)];

    private PublishedTable Table() => new(
        MetricCatalogue.Default.Find(_metricKey)!,
        "1.相談対応件数(件)",
        _months,
        _parts,
        _hasCumulative,
        [.. Observations()],
        [.. Cumulatives()],
        Definition: "",
        Notes: [],
        SourcePosition.InText(9, 1));

    private PublishedPage Page() => new(Year, _months[^1], DocumentFormat.Text, "utf-8", [Table()]);

    private IEnumerable<Observation> Observations() =>
        from area in Area.All
        from month in _months
        from part in _parts
        let figure = _cells[(part, area, month)]
        select new Observation(part, area, month, figure, figure.ToString(), Position(area, month, part));

    private IEnumerable<PublishedCumulative> Cumulatives() =>
        from area in Area.All
        from part in _parts
        where _hasCumulative
        let figure = _cells[(part, area, null)]
        select new PublishedCumulative(part, area, figure, figure.ToString(), Position(area, null, part));

    private void Fill(Func<Area, YearMonth, long> counts)
    {
        var addends = _parts.Length > 1 ? _parts[..^1] : _parts;
        foreach (var month in _months)
        {
            foreach (var prefecture in Area.All.Where(a => !a.IsNation))
            {
                foreach (var part in addends) Set(prefecture, month, counts(prefecture, month), part);
                if (_parts.Length > 1) Set(prefecture, month, addends.Sum(p => Count(prefecture, month, p)), _parts[^1]);
            }

            foreach (var part in _parts) Set(Area.Nation, month, Area.All.Where(a => !a.IsNation).Sum(a => Count(a, month, part)), part);
        }

        foreach (var area in Area.All)
        {
            foreach (var part in _parts) Set(area, null, _months.Sum(m => Count(area, m, part)), part);
        }
    }
}
