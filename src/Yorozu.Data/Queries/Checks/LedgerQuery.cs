using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Checks;

/// <summary>The number of checks of one kind on a current table, and of failures.</summary>
public sealed record CheckTally(Metric Metric, FiscalYear Year, CheckKind Kind, int Checked, int Failed);

/// <summary>One row of the ledger: a check, and the release whose document it is about.</summary>
public sealed record LedgerRow(CheckResult CheckResult, Metric Metric, FiscalYear Year, int ReleaseId);

/// <summary>A filter of checks; null means all.</summary>
public sealed record LedgerFilter
{
    public string? MetricKey { get; init; }

    public FiscalYear? Year { get; init; }

    public CheckKind? Kind { get; init; }

    public Area? Area { get; init; }

    public bool FailuresOnly { get; init; }
}

/// <summary>The ledger of checks (検算の台帳) on the current tables.</summary>
public static class LedgerQuery
{
    /// <summary>The check counts: latest year first, then in catalogue order; missing tables last.</summary>
    public static async Task<IReadOnlyList<CheckTally>> CheckTalliesAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var counts = await db.CurrentAt(snapshot)
            .Join(db.CheckCounts, t => t.Id, c => c.TableId, (t, c) => new { t.Metric, t.Unit, t.FiscalYear, c.Kind, c.Checked, c.Failed })
            .OrderByDescending(c => c.FiscalYear).ThenBy(c => c.Metric.Order).ThenBy(c => c.Metric.Id).ThenBy(c => c.Kind)
            .ToListAsync(cancellationToken);
        var tallies = counts.Select(c => new CheckTally(c.Metric.ToMetric(c.Unit), new FiscalYear(c.FiscalYear), c.Kind, c.Checked, c.Failed)).ToList();
        foreach (var missing in await db.MissingAsync(snapshot, new LedgerFilter(), cancellationToken))
        {
            var of = tallies.FindIndex(t => t.Kind == CheckKind.Missing && t.Metric.Key == missing.Metric.Key && t.Year == missing.Year);
            if (of < 0) tallies.Add(new CheckTally(missing.Metric, missing.Year, CheckKind.Missing, 1, 1));
            else tallies[of] = tallies[of] with { Checked = tallies[of].Checked + 1, Failed = tallies[of].Failed + 1 };
        }

        return tallies;
    }

    /// <summary>The checks that match a filter, failures first, the most severe and the newest first.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> LedgerAsync(
        this YorozuDbContext db, Snapshot snapshot, LedgerFilter filter, CancellationToken cancellationToken)
    {
        var tables = db.CurrentAt(snapshot);
        if (filter.MetricKey is { } key) tables = tables.Where(t => t.Metric.Key == key);
        if (filter.Year is { } year) tables = tables.Where(t => t.FiscalYear == year.StartYear);
        var results = db.CheckResults.AsQueryable();
        if (filter.Kind is { } kind) results = results.Where(f => f.Kind == kind);
        if (filter.Area is { } area) results = results.Where(f => f.Area == area.Number);
        if (filter.FailuresOnly) results = results.Where(f => !f.Passed);
        return BySeverity(await RowsAsync(tables, results, cancellationToken), await db.MissingAsync(snapshot, filter, cancellationToken));
    }

    /// <summary>The failed checks of one release, whether or not it is still current.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> FailuresOfReleaseAsync(
        this YorozuDbContext db, int releaseId, CancellationToken cancellationToken) => BySeverity(
        await RowsAsync(db.Tables.Where(t => t.ReleaseId == releaseId), db.CheckResults.Where(f => !f.Passed), cancellationToken),
        await db.MissingTables.Where(m => m.ReleaseId == releaseId).RowsAsync(db, cancellationToken));

    private static IReadOnlyList<LedgerRow> BySeverity(IEnumerable<LedgerRow> results, IEnumerable<LedgerRow> missing) =>
        [.. results.Concat(missing)
            .OrderBy(r => r.CheckResult.Passed)
            .ThenBy(r => r.CheckResult.Severity)
            .ThenByDescending(r => r.Year)
            .ThenByDescending(r => r.CheckResult.Passed ? null : r.CheckResult.Month)];

    /// <summary>The tables that are missing at this snapshot: no release since has them again.</summary>
    private static async Task<IReadOnlyList<LedgerRow>> MissingAsync(
        this YorozuDbContext db, Snapshot snapshot, LedgerFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Kind is not null and not CheckKind.Missing || filter.Area is { IsNation: false }) return [];
        var missing = db.MissingAt(snapshot)
            .Where(m => !db.StandingAt(snapshot).Any(t => t.MetricId == m.MetricId
                && t.FiscalYear == m.Release.FiscalYear
                && (t.Release.AsOf > m.Release.AsOf || (t.Release.AsOf == m.Release.AsOf && t.Release.Sequence > m.Release.Sequence))));
        if (filter.MetricKey is { } key) missing = missing.Where(m => m.Metric.Key == key);
        if (filter.Year is { } year) missing = missing.Where(m => m.Release.FiscalYear == year.StartYear);
        return await missing.RowsAsync(db, cancellationToken);
    }

    private static async Task<IReadOnlyList<LedgerRow>> RowsAsync(
        this IQueryable<MissingTableEntity> missing, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var rows = await missing
            .OrderBy(m => m.ReleaseId).ThenBy(m => m.Metric.Order)
            .Select(m => new
            {
                m.Metric,
                m.Release.FiscalYear,
                m.ReleaseId,
                Unit = db.Tables.Where(t => t.MetricId == m.MetricId).OrderByDescending(t => t.Id).Select(t => t.Unit).First(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(m => new LedgerRow(
            new CheckResult(CheckKind.Missing, false, m.Metric.Key, "", Area.Nation, null, null, null, SourcePosition.Nowhere),
            m.Metric.ToMetric(m.Unit),
            new FiscalYear(m.FiscalYear),
            m.ReleaseId))];
    }

    private static async Task<IReadOnlyList<LedgerRow>> RowsAsync(
        IQueryable<TableEntity> tables, IQueryable<CheckResultEntity> which, CancellationToken cancellationToken)
    {
        // Fetch the ids first: joined to the query for these tables, SQLite would scan all check results.
        var ids = await tables.Select(t => t.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0) return [];
        var results = await which
            .Where(f => ids.Contains(f.TableId))
            .Select(f => new { CheckResult = f, f.Table.Metric, f.Table.Unit, f.Table.FiscalYear, f.Table.ReleaseId, f.Table.SourceTable })
            .OrderBy(r => r.CheckResult.Passed).ThenBy(r => r.CheckResult.Kind).ThenBy(r => r.CheckResult.Id)
            .ToListAsync(cancellationToken);
        return [.. results.Select(r => new LedgerRow(
            ToCheckResult(r.CheckResult, r.Metric.Key, r.SourceTable), r.Metric.ToMetric(r.Unit), new FiscalYear(r.FiscalYear), r.ReleaseId))];
    }

    private static CheckResult ToCheckResult(CheckResultEntity f, string metricKey, int sourceTable) => new(
        f.Kind,
        f.Passed,
        metricKey,
        f.Part,
        Area.FromNumber(f.Area),
        f.Month is { } month ? YearMonth.FromNumber(month) : null,
        f.Published,
        f.Expected,
        new SourcePosition(sourceTable, f.Row, f.Column))
    {
        FirstDeparture = f.FirstDeparture is { } departure ? YearMonth.FromNumber(departure) : null,
    };
}
