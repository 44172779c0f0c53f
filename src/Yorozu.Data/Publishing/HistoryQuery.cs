using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>The figures published before a page: the earlier releases of its own year, and the years before it.</summary>
internal static class HistoryQuery
{
    private const int EarlierYears = 3;

    public static async Task<FigureHistory> HistoryBeforeAsync(
        this YorozuDbContext db, PublishedPage page, long version, long precedence, CancellationToken cancellationToken)
    {
        var keys = page.Tables.Select(t => t.Metric.Key).ToList();
        var year = page.FiscalYear.StartYear;
        var before = db.StandingAt(version).Where(t => t.FiscalYear == year && t.Precedence < precedence);
        var own = before.Where(
            t => !before.Any(o => o.MetricId == t.MetricId && o.Precedence > t.Precedence && o.FirstMonth <= t.FirstMonth && o.EndMonth >= t.EndMonth));
        var earlier = db.CurrentAt(version).Where(t => t.FiscalYear < year && t.FiscalYear >= year - EarlierYears);

        var history = new FigureHistory();
        foreach (var tables in new[] { own, earlier })
        {
            // The latest last: what it says stands.
            await foreach (var cell in Cells(db, tables.Where(t => keys.Contains(t.Metric.Key))).WithCancellation(cancellationToken))
            {
                history.Add(cell.Key, cell.Part, Area.FromNumber(cell.Area), YearMonth.FromNumber(cell.Month), Figure.Of(cell.Value));
            }
        }

        return history;
    }

    private static IAsyncEnumerable<HistoryCell> Cells(YorozuDbContext db, IQueryable<TableEntity> tables) => tables
        .Join(db.Observations, t => t.Id, o => o.TableId, (t, o) => new { t, o })
        .Where(c => c.o.Month <= c.t.EndMonth)
        .OrderBy(c => c.t.Precedence)
        .Select(c => new HistoryCell(c.t.Metric.Key, c.o.Part, c.o.Area, c.o.Month, c.o.Value))
        .AsAsyncEnumerable();

    private sealed record HistoryCell(string Key, string Part, int Area, int Month, long? Value);
}
