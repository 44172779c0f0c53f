using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Releases;

/// <summary>Finds the news of a release, as of its publication.</summary>
public static class ReleaseNewsQuery
{
    private const int MaxMoves = 10;

    // Within less than a year, the highest month is often only the busiest season.
    private const int MinMonthsForRecord = 12;

    /// <summary>Null when there is no such release.</summary>
    public static async Task<ReleaseNews?> ReleaseNewsAsync(this YorozuDbContext db, int releaseId, CancellationToken cancellationToken)
    {
        var release = await db.Releases.Where(r => r.Id == releaseId)
            .Select(r => new { r.FiscalYear, r.AsOf, r.PublishedVersion }).SingleOrDefaultAsync(cancellationToken);
        if (release is null) return null;

        var tables = await db.NewsTablesAsync(releaseId, release.PublishedVersion - 1, cancellationToken);
        var moves = tables.SelectMany(Moves).OrderByDescending(m => Math.Abs(m.Change)).Take(MaxMoves).ToList();
        return new ReleaseNews(
            releaseId,
            new FiscalYear(release.FiscalYear),
            YearMonth.FromNumber(release.AsOf),
            [.. tables.Select(Headline).OfType<Headline>()],
            moves,
            [.. tables.SelectMany(Records)],
            await RevisedAsync(db, releaseId, cancellationToken),
            await db.CheckCounts.Where(c => c.Table.ReleaseId == releaseId && c.Kind != CheckKind.Revision)
                .GroupBy(c => c.Kind).Select(g => new { g.Key, Failed = g.Sum(c => c.Failed) }).ToDictionaryAsync(c => c.Key, c => c.Failed, cancellationToken),
            [.. tables.Where(t => t.IsNewMetric).Select(t => t.Metric)]);
    }

    private static Headline? Headline(NewsTable table) => table.LastMonth is { } month && table.At(Area.Nation, month) is { } count
        ? new Headline(
            table.Metric,
            table.Part,
            month,
            count,
            table.At(Area.Nation, month.AddMonths(-1)),
            table.At(Area.Nation, month.AddMonths(-12)),
            !table.WasPublished(month))
        : null;

    private static IEnumerable<Move> Moves(NewsTable table) =>
        from prefecture in Prefecture.All
        let area = Area.Of(prefecture)
        where table.LastMonth is not null
        let after = table.At(area, table.LastMonth!.Value)
        let earlier = table.At(area, table.LastMonth!.Value.AddMonths(-1))
        where after != earlier && after is not null && earlier is not null
        select new Move(table.Metric, table.Part, area, table.LastMonth!.Value, earlier.Value, after.Value);

    private static IEnumerable<Record> Records(NewsTable table) =>
        from area in Area.All
        where table.LastMonth is not null
        let count = table.At(area, table.LastMonth!.Value)
        let earlier = table.Before(area, table.LastMonth!.Value)
        where count is not null && earlier.Months >= MinMonthsForRecord && count > earlier.Highest
        select new Record(table.Metric, table.Part, area, table.LastMonth!.Value, count.Value, earlier.Highest, earlier.Months);

    private static async Task<IReadOnlyList<RevisedFigure>> RevisedAsync(YorozuDbContext db, int releaseId, CancellationToken cancellationToken)
    {
        var revisions = await db.CheckResults
            .Where(f => f.Table.ReleaseId == releaseId && f.Kind == CheckKind.Revision && !f.Passed)
            .Select(f => new { f.Table.Metric, f.Table.Unit, f.Part, f.Area, f.Month, f.Published, f.Expected })
            .ToListAsync(cancellationToken);
        return [.. revisions
            .Select(f => new RevisedFigure(
                f.Metric.ToMetric(f.Unit), f.Part, Area.FromNumber(f.Area), YearMonth.FromNumber(f.Month!.Value), f.Expected, f.Published))
            // A national figure that changed with a prefecture's comes after it.
            .OrderByDescending(f => Math.Abs(f.Change ?? long.MaxValue)).ThenBy(f => f.Area.IsNation)];
    }
}
