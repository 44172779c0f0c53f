using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Queries.Releases;

/// <summary>A table of a release with the earlier figures needed to tell what is new.</summary>
internal sealed record NewsTable(Metric Metric, string Part, YearMonth? LastMonth, bool IsNewMetric)
{
    private readonly Dictionary<(int Area, int Month), long> _figures = [];
    private readonly HashSet<int> _earlierMonths = [];
    private readonly Dictionary<int, (long Highest, int Months)> _earlierYears = [];

    public long? At(Area area, YearMonth month) => _figures.TryGetValue((area.Number, month.Number), out var count) ? count : null;

    /// <summary>True when the previous release had a figure for the month.</summary>
    public bool WasPublished(YearMonth month) => _earlierMonths.Contains(month.Number);

    /// <summary>The highest figure of an area before a month, and the number of earlier months.</summary>
    public (long Highest, int Months) Before(Area area, YearMonth month)
    {
        var sameYear = month.FiscalYear.Months.TakeWhile(m => m < month).Select(m => At(area, m)).OfType<long>().ToList();
        var earlier = _earlierYears.GetValueOrDefault(area.Number);
        return (sameYear.Append(earlier.Highest).Max(), sameYear.Count + earlier.Months);
    }

    public void AddOwn(int area, int month, long count) => _figures[(area, month)] = count;

    public void AddEarlier(int area, int month, long count)
    {
        _earlierMonths.Add(month);
        _figures.TryAdd((area, month), count);
    }

    public void AddEarlierYears(int area, long highest, int months) => _earlierYears[area] = (highest, months);
}

/// <summary>Reads the <see cref="NewsTable"/>s of a release.</summary>
internal static class NewsTablesQuery
{
    public static async Task<IReadOnlyList<NewsTable>> NewsTablesAsync(
        this YorozuDbContext db, int releaseId, long versionBefore, CancellationToken cancellationToken)
    {
        var tables = await db.Tables.Where(t => t.ReleaseId == releaseId)
            .OrderBy(t => t.Ordinal)
            .Select(t => new
            {
                t.Id,
                t.MetricId,
                t.Metric,
                t.Unit,
                t.LastMonth,
                t.FiscalYear,
                t.Precedence,
                Parts = t.Parts.OrderBy(p => p.Ordinal).Select(p => p.Name).ToList(),
            })
            .ToListAsync(cancellationToken);

        var news = new List<NewsTable>();
        foreach (var t in tables)
        {
            var metric = t.Metric.ToMetric(t.Unit);
            var isNew = !metric.IsCatalogued
                && !await db.Tables.AnyAsync(o => o.MetricId == t.MetricId && o.Release.PublishedVersion <= versionBefore, cancellationToken);
            var part = MetricYear.MainPartOf(t.Parts);
            var table = new NewsTable(metric, part, t.LastMonth is { } month ? YearMonth.FromNumber(month) : null, isNew);
            foreach (var cell in await CellsAsync(db, [t.Id], part, cancellationToken)) table.AddOwn(cell.Area, cell.Month, cell.Value);

            // The earlier releases of its own year, and all of the year before.
            var current = await db.CurrentAt(versionBefore)
                .Where(o => o.MetricId == t.MetricId && (o.FiscalYear < t.FiscalYear || (o.FiscalYear == t.FiscalYear && o.Precedence < t.Precedence)))
                .OrderByDescending(o => o.Precedence)
                .Select(o => new { o.Id, o.FiscalYear })
                .ToListAsync(cancellationToken);
            var compared = current.Where(o => o.FiscalYear >= t.FiscalYear - 1).Select(o => o.Id).ToList();
            if (compared.Count > 0) await AddEarlierAsync(db, table, compared, cancellationToken);
            var earlier = current.Where(o => o.FiscalYear < t.FiscalYear).Select(o => o.Id).ToList();
            if (earlier.Count > 0) await AddEarlierYearsAsync(db, table, earlier, cancellationToken);
            news.Add(table);
        }

        return news;
    }

    private static async Task AddEarlierAsync(YorozuDbContext db, NewsTable table, List<int> tables, CancellationToken cancellationToken)
    {
        // The latest first: what it says stands.
        foreach (var id in tables)
        {
            foreach (var cell in await CellsAsync(db, [id], table.Part, cancellationToken)) table.AddEarlier(cell.Area, cell.Month, cell.Value);
        }
    }

    private static async Task AddEarlierYearsAsync(YorozuDbContext db, NewsTable table, List<int> tables, CancellationToken cancellationToken)
    {
        var years = await db.Observations
            .Where(c => tables.Contains(c.TableId) && c.Part == table.Part && c.Value != null)
            .GroupBy(c => c.Area)
            .Select(g => new { Area = g.Key, Highest = g.Max(c => c.Value), Months = g.Count() })
            .ToListAsync(cancellationToken);
        foreach (var area in years) table.AddEarlierYears(area.Area, area.Highest!.Value, area.Months);
    }

    private static async Task<List<(int Area, int Month, long Value)>> CellsAsync(
        YorozuDbContext db, IReadOnlyList<int> tables, string part, CancellationToken cancellationToken) =>
        (await db.Observations
            .Where(o => tables.Contains(o.TableId) && o.Part == part && o.Value != null)
            .Select(o => new { o.Area, o.Month, o.Value })
            .ToListAsync(cancellationToken))
        .ConvertAll(o => (o.Area, o.Month, o.Value!.Value));
}
