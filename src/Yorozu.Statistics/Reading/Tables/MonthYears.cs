using System.Globalization;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>The fiscal years that the headers of tables name: 令和8年4月, 2026/4, or 令和8年 above 4月.</summary>
internal static class MonthYears
{
    /// <summary>Each label with a year, in printed order; no year for one that does not exist.</summary>
    public static IEnumerable<(SourcePosition Position, string Text, FiscalYear? Year)> In(IEnumerable<Grid> grids) => grids.SelectMany(In);

    private static IEnumerable<(SourcePosition Position, string Text, FiscalYear? Year)> In(Grid grid)
    {
        if (HeaderRows.Find(grid) is not { } header) yield break;
        for (var i = 0; i < header.Months.Cells.Length; i++)
        {
            if (MonthLabel.Read(header.Months.Cells[i].Text) is not { } month) continue;
            if (month.Year is { } calendarYear) yield return (header.Months.Cells[i].Position, header.Months.Cells[i].Text, YearOf(calendarYear, month.Number));
            foreach (var above in header.Above.Where(r => r.TextAt(i).Length > 0))
            {
                if (YearRows.Read(above.Cells[i].Text) is not { } named) continue;
                var year = named.IsFiscal ? YearOf(named.Year, 4) : YearOf(named.Year, month.Number);
                yield return (above.Cells[i].Position, above.Cells[i].Text, year);
            }
        }
    }

    private static FiscalYear? YearOf(int calendarYear, int month) =>
        FiscalYear.TryParse((month >= 4 ? calendarYear : calendarYear - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
}
