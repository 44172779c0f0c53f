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
    private readonly Dictionary<(int Area, int Month), long?> _figures = [];
    private readonly HashSet<int> _earlierMonths = [];
    private readonly Dictionary<int, (long Highest, int Months)> _earlierYears = [];

    public long? At(Area area, YearMonth month) => _figures.GetValueOrDefault((area.Number, month.Number));

    /// <summary>True when an earlier release had a figure for the month.</summary>
    public bool WasPublished(YearMonth month) => _earlierMonths.Contains(month.Number);

    /// <summary>The highest figure of an area before a month, and the number of earlier months.</summary>
    public (long Highest, int Months) Before(Area area, YearMonth month)
    {
        var sameYear = month.FiscalYear.Months.TakeWhile(m => m < month).Select(m => At(area, m)).OfType<long>().ToList();
        var earlier = _earlierYears.GetValueOrDefault(area.Number);
        return (sameYear.Append(earlier.Highest).Max(), sameYear.Count + earlier.Months);
    }

    public void AddOwn(int area, int month, long? count) => _figures[(area, month)] = count;

    public void AddEarlier(int area, int month, long? count)
    {
        if (count is not null) _earlierMonths.Add(month);
        _figures.TryAdd((area, month), count);
    }

    public void AddEarlierYears(int area, long highest, int months)
    {
        var earlier = _earlierYears.GetValueOrDefault(area);
        _earlierYears[area] = (Math.Max(earlier.Highest, highest), earlier.Months + months);
    }
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
                Span = new TableSpan(t.Id, t.FirstMonth, t.EndMonth),
                Parts = t.Parts.OrderBy(p => p.Ordinal).Select(p => p.Name).ToList(),
            })
            .ToListAsync(cancellationToken);

        var news = new List<NewsTable>();
        foreach (var t in tables)
        {
            var metric = t.Metric.ToMetric(t.Unit);
            var isNew = !metric.IsCatalogued
                && !await db.Tables.AnyAsync(o => o.MetricId == t.MetricId && o.Release.PublishedVersion <= versionBefore, cancellationToken);
            var part = MetricPart.MainOf(t.Parts);
            var table = new NewsTable(metric, part, t.LastMonth is { } month ? YearMonth.FromNumber(month) : null, isNew);
            foreach (var cell in await CellsAsync(db, [t.Span], t.Span, part, cancellationToken)) table.AddOwn(cell.Area, cell.Month, cell.Value);

            var earlier = await db.CurrentAt(Snapshot.At(versionBefore))
                .Where(o => o.MetricId == t.MetricId && (o.FiscalYear < t.FiscalYear || (o.FiscalYear == t.FiscalYear && o.Precedence < t.Precedence)))
                .OrderByDescending(o => o.Precedence)
                .Select(o => new { o.FiscalYear, Span = new TableSpan(o.Id, o.FirstMonth, o.EndMonth) })
                .ToListAsync(cancellationToken);
            var years = earlier.GroupBy(o => o.FiscalYear, o => o.Span, (year, spans) => (Year: year, Spans: spans.ToList())).ToList();
            // Months are compared with those of the year before, records with all years.
            foreach (var year in years.Where(y => y.Year >= t.FiscalYear - 1)) await AddEarlierAsync(db, table, year.Spans, cancellationToken);
            await AddEarlierYearsAsync(db, table, [.. years.Where(y => y.Year < t.FiscalYear).Select(y => y.Spans)], cancellationToken);
            news.Add(table);
        }

        return news;
    }

    private static async Task AddEarlierAsync(YorozuDbContext db, NewsTable table, List<TableSpan> spans, CancellationToken cancellationToken)
    {
        foreach (var span in spans)
        {
            foreach (var cell in await CellsAsync(db, spans, span, table.Part, cancellationToken)) table.AddEarlier(cell.Area, cell.Month, cell.Value);
        }
    }

    private static async Task AddEarlierYearsAsync(YorozuDbContext db, NewsTable table, List<List<TableSpan>> years, CancellationToken cancellationToken)
    {
        var whole = years.Where(spans => spans.Count == 1).Select(spans => spans[0].TableId).ToList();
        // Without any, SQLite would scan all cells to find none.
        var areas = whole.Count == 0 ? [] : await db.Observations
            .Where(c => whole.Contains(c.TableId) && c.Part == table.Part && c.Value != null)
            .GroupBy(c => c.Area)
            .Select(g => new { Area = g.Key, Highest = g.Max(c => c.Value), Months = g.Count() })
            .ToListAsync(cancellationToken);
        foreach (var area in areas) table.AddEarlierYears(area.Area, area.Highest!.Value, area.Months);

        foreach (var spans in years.Where(spans => spans.Count > 1))
        {
            foreach (var span in spans)
            {
                foreach (var cell in await CellsAsync(db, spans, span, table.Part, cancellationToken))
                {
                    if (cell.Value is { } value) table.AddEarlierYears(cell.Area, value, 1);
                }
            }
        }
    }

    /// <summary>The cells of one of a year's tables, latest first, in the months for which it is current.</summary>
    private static async Task<IEnumerable<(int Area, int Month, long? Value)>> CellsAsync(
        YorozuDbContext db, IReadOnlyList<TableSpan> latestFirst, TableSpan table, string part, CancellationToken cancellationToken)
    {
        var cells = await db.Observations
            .Where(o => o.TableId == table.TableId && o.Part == part && o.Month <= table.EndMonth)
            .Select(o => new { o.Area, o.Month, o.Value })
            .ToListAsync(cancellationToken);
        return cells.Where(c => TableSpan.Current(latestFirst, c.Month) == table).Select(c => (c.Area, c.Month, c.Value));
    }
}
