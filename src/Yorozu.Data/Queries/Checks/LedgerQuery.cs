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
    /// <summary>The check counts, in catalogue order.</summary>
    public static async Task<IReadOnlyList<CheckTally>> CheckTalliesAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var counts = await db.CurrentAt(snapshot.Version)
            .Join(db.CheckCounts, t => t.Id, c => c.TableId, (t, c) => new { t.Metric, t.Unit, t.FiscalYear, c.Kind, c.Checked, c.Failed })
            .OrderByDescending(c => c.FiscalYear).ThenBy(c => c.Metric.Order).ThenBy(c => c.Kind)
            .ToListAsync(cancellationToken);
        return [.. counts.Select(c => new CheckTally(c.Metric.ToMetric(c.Unit), new FiscalYear(c.FiscalYear), c.Kind, c.Checked, c.Failed))];
    }

    /// <summary>The checks that match a filter, failures first, the most severe first.</summary>
    public static Task<IReadOnlyList<LedgerRow>> LedgerAsync(
        this YorozuDbContext db, Snapshot snapshot, LedgerFilter filter, CancellationToken cancellationToken)
    {
        var tables = db.CurrentAt(snapshot.Version);
        if (filter.MetricKey is { } key) tables = tables.Where(t => t.Metric.Key == key);
        if (filter.Year is { } year) tables = tables.Where(t => t.FiscalYear == year.StartYear);
        var results = db.CheckResults.AsQueryable();
        if (filter.Kind is { } kind) results = results.Where(f => f.Kind == kind);
        if (filter.Area is { } area) results = results.Where(f => f.Area == area.Number);
        if (filter.FailuresOnly) results = results.Where(f => !f.Passed);
        return RowsAsync(tables, results, cancellationToken);
    }

    /// <summary>The failed checks of one release, whether or not it is still current.</summary>
    public static Task<IReadOnlyList<LedgerRow>> FailuresOfReleaseAsync(this YorozuDbContext db, int releaseId, CancellationToken cancellationToken) =>
        RowsAsync(db.Tables.Where(t => t.ReleaseId == releaseId), db.CheckResults.Where(f => !f.Passed), cancellationToken);

    private static async Task<IReadOnlyList<LedgerRow>> RowsAsync(
        IQueryable<TableEntity> tables, IQueryable<CheckResultEntity> which, CancellationToken cancellationToken)
    {
        // The numbers first: joined to the rule of what is current, SQLite would rather look through all results.
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
