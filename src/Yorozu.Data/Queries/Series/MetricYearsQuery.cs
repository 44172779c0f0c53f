using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Series;

/// <summary>A filter of tables and rows; null means all.</summary>
public sealed record MetricYearFilter
{
    public string? MetricKey { get; init; }

    public FiscalYear? Year { get; init; }

    public IReadOnlyList<Area>? Areas { get; init; }

    /// <summary>The largest number of years per metric, latest first.</summary>
    public int MaxYears { get; init; } = int.MaxValue;
}

/// <summary>Reads current tables or some of their rows.</summary>
public static class MetricYearsQuery
{
    /// <summary>The tables in catalogue order, latest year first within a metric.</summary>
    /// <param name="coverage">The current tables, cached for each snapshot.</param>
    public static async Task<IReadOnlyList<MetricYear>> MetricYearsAsync(
        this YorozuDbContext db, IReadOnlyList<Coverage> coverage, MetricYearFilter filter, CancellationToken cancellationToken)
    {
        var covered = coverage
            .Where(c => (filter.MetricKey is null || c.Metric.Key == filter.MetricKey) && (filter.Year is null || c.Year == filter.Year))
            .GroupBy(c => c.Metric.Key, (_, years) => years.Take(filter.MaxYears))
            .SelectMany(years => years)
            .ToDictionary(c => c.Tables[0].TableId);
        var ids = covered.Values.SelectMany(c => c.Tables).Select(t => t.TableId).ToList();
        var latest = covered.Keys.ToList();
        var tables = await db.Tables
            .Where(t => latest.Contains(t.Id))
            .OrderBy(t => t.Metric.Order).ThenByDescending(t => t.FiscalYear)
            .Select(t => new
            {
                Table = t,
                Parts = t.Parts.OrderBy(p => p.Ordinal).Select(p => p.Name).ToList(),
                t.Metric,
                t.Release.AsOf,
                t.Release.Document.FileName
            })
            .ToListAsync(cancellationToken);
        var parts = tables.SelectMany(t => t.Parts).Distinct().ToList();
        var series = await SeriesAsync(db, covered, parts, filter.Areas, cancellationToken);
        var checks = await ChecksAsync(db, ids, cancellationToken);

        return [.. tables.Select(t => new MetricYear
        {
            Metric = t.Metric.ToMetric(t.Table.Unit),
            Year = new FiscalYear(t.Table.FiscalYear),
            LastMonth = covered[t.Table.Id].LastMonth,
            Heading = t.Table.Heading,
            Definition = t.Table.Definition,
            Notes = t.Table.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            HasCumulative = t.Table.HasCumulative,
            Parts = t.Parts,
            Series = [.. series[t.Table.Id]],
            Source = new TableSource(
                t.Table.ReleaseId, YearMonth.FromNumber(t.AsOf), t.FileName,
                covered[t.Table.Id].Tables.Sum(s => checks[s.TableId].Sum(c => c.Checked)),
                covered[t.Table.Id].Tables.Sum(s => checks[s.TableId].Sum(c => c.Failed))),
        })];
    }

    private static async Task<ILookup<int, MonthlySeries>> SeriesAsync(
        YorozuDbContext db, Dictionary<int, Coverage> covered, List<string> parts, IReadOnlyList<Area>? areas, CancellationToken cancellationToken)
    {
        // A month without a column in a later table comes from an earlier one.
        var latest = covered.Values.SelectMany(c => c.Tables, (c, t) => (t.TableId, Latest: c.Tables[0].TableId)).ToDictionary(t => t.TableId, t => t.Latest);
        var tables = latest.Keys.ToList();
        var cells = db.Observations.Where(o => tables.Contains(o.TableId));
        var cumulatives = db.Cumulatives.Where(c => tables.Contains(c.TableId));
        if (areas is not null)
        {
            var numbers = areas.Select(a => a.Number).ToList();
            // Naming all parts lets SQLite use the key (table, part, area, month).
            cells = cells.Where(o => parts.Contains(o.Part) && numbers.Contains(o.Area));
            cumulatives = cumulatives.Where(c => parts.Contains(c.Part) && numbers.Contains(c.Area));
        }

        var published = await cumulatives.ToDictionaryAsync(c => (c.TableId, c.Part, c.Area), c => c.Value, cancellationToken);
        var figures = await cells.Select(o => new { o.TableId, o.Part, o.Area, o.Month, o.Value }).ToListAsync(cancellationToken);
        return figures
            .Where(o => TableSpan.Current(covered[latest[o.TableId]].Tables, o.Month)?.TableId == o.TableId)
            .GroupBy(o => (TableId: latest[o.TableId], o.Part, o.Area), o => (o.Month, o.Value))
            .OrderBy(g => g.Key.Area)
            .ToLookup(g => g.Key.TableId, g => new MonthlySeries(
                Area.FromNumber(g.Key.Area), g.Key.Part, Twelve(g), published.GetValueOrDefault(g.Key)));
    }

    private static long?[] Twelve(IEnumerable<(int Month, long? Value)> cells)
    {
        var months = new long?[12];
        foreach (var (month, value) in cells) months[MonthlySeries.IndexOf(YearMonth.FromNumber(month))] = value;
        return months;
    }

    private static async Task<ILookup<int, CheckCountEntity>> ChecksAsync(YorozuDbContext db, List<int> tables, CancellationToken cancellationToken) =>
        (await db.CheckCounts
            .Where(c => tables.Contains(c.TableId) && CheckKinds.Sums.Contains(c.Kind))
            .ToListAsync(cancellationToken))
        .ToLookup(c => c.TableId);
}
