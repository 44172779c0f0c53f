using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Queries.Releases;

/// <summary>The figures of each release for each month of a fiscal year, for one metric, part and area.</summary>
/// <param name="Releases">The releases with the table, by precedence, lowest first.</param>
/// <param name="Rows">The months with a column in any release.</param>
public sealed record RevisionTriangle(
    Metric Metric, FiscalYear Year, string Part, Area Area, IReadOnlyList<TriangleRelease> Releases, IReadOnlyList<TriangleRow> Rows);

/// <summary>A column of the triangle.</summary>
public sealed record TriangleRelease(int Id, YearMonth AsOf, int Sequence);

/// <summary>A row of the triangle: the figure of each release, or null.</summary>
public sealed record TriangleRow(YearMonth Month, IReadOnlyList<long?> Figures)
{
    /// <summary>The figure first published.</summary>
    public long? First => Figures.FirstOrDefault(f => f.HasValue);

    /// <summary>The figure published last.</summary>
    public long? Last => Figures.LastOrDefault(f => f.HasValue);

    /// <summary>Last minus first; null when only one release has the month.</summary>
    public long? Revision => Figures.Count(f => f.HasValue) > 1 ? Last - First : null;
}

/// <summary>Month × release: how figures changed from one release to the next.</summary>
public static class RevisionTriangleQuery
{
    /// <summary>Null when no standing release of the snapshot has such cells.</summary>
    public static async Task<RevisionTriangle?> RevisionTriangleAsync(
        this YorozuDbContext db, Snapshot snapshot, string metricKey, FiscalYear year, string part, Area area, CancellationToken cancellationToken)
    {
        var tables = await db.StandingAt(snapshot)
            .Where(t => t.Metric.Key == metricKey && t.FiscalYear == year.StartYear)
            .OrderBy(t => t.Precedence)
            .Select(t => new { t.Id, t.ReleaseId, t.Release.AsOf, t.Release.Sequence, t.Metric, t.Unit })
            .ToListAsync(cancellationToken);
        var ids = tables.Select(t => t.Id).ToList();
        var cells = await db.Observations
            .Where(o => ids.Contains(o.TableId) && o.Part == part && o.Area == area.Number)
            .Select(o => new { o.TableId, o.Month, o.Value })
            .ToListAsync(cancellationToken);
        if (cells.Count == 0) return null;

        var figures = cells.ToDictionary(c => (c.TableId, c.Month), c => c.Value);
        return new RevisionTriangle(
            tables[^1].Metric.ToMetric(tables[^1].Unit),
            year,
            part,
            area,
            [.. tables.Select(t => new TriangleRelease(t.ReleaseId, YearMonth.FromNumber(t.AsOf), t.Sequence))],
            [.. cells.Select(c => c.Month).Distinct().Order().Select(month => new TriangleRow(
                YearMonth.FromNumber(month), [.. tables.Select(t => figures.GetValueOrDefault((t.Id, month)))]))]);
    }
}
