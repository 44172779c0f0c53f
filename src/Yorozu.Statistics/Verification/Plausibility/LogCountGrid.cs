using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>
/// The prefectures' counts of one metric and part as ln(count + 1), by month: those of the page and the months published
/// before. NaN where nothing is published.
/// </summary>
internal sealed class LogCountGrid
{
    public const int Rows = 47;

    // Older months say little about today's usual range.
    private const int HistoryMonths = 24;

    private readonly double[][] _rows;
    private readonly Dictionary<YearMonth, int> _columns;

    public LogCountGrid(PublishedTable table, string part, FigureHistory history)
    {
        var inPage = table.Months.ToHashSet();
        var (first, last) = (table.Months.Min().AddMonths(-HistoryMonths), table.Months.Max().AddMonths(HistoryMonths));
        var before = (
            from area in Area.All
            where !area.IsNation
            from month in history.Counts(table.Metric.Key, part, area)
            where month.Key >= first && month.Key <= last && !inPage.Contains(month.Key)
            select (area, Month: month.Key, Count: month.Value)).ToList();

        Months = [.. inPage.Union(before.Select(m => m.Month)).Order()];
        _columns = Months.Index().ToDictionary(m => m.Item, m => m.Index);
        _rows = [.. Enumerable.Range(0, Rows).Select(_ => Blank(Months.Length))];
        foreach (var cell in before) Put(cell.area, cell.Month, cell.Count);
        foreach (var cell in table.Observations)
        {
            if (cell.Part == part && !cell.Area.IsNation && cell.Figure.Count is { } count) Put(cell.Area, cell.Month, count);
        }
    }

    public YearMonth[] Months { get; }

    public static double[] Blank(int length)
    {
        var values = new double[length];
        Array.Fill(values, double.NaN);
        return values;
    }

    /// <summary>A row by its index: the prefecture's code minus one.</summary>
    public double[] Row(int row) => _rows[row];

    public (int Row, int Column) Place(Area area, YearMonth month) => (area.Number - 1, _columns[month]);

    private void Put(Area area, YearMonth month, long count)
    {
        var (row, column) = Place(area, month);
        _rows[row][column] = Math.Log(count + 1);
    }
}
