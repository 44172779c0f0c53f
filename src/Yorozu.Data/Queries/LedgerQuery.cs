using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;

namespace Yorozu.Data.Queries;

/// <summary>How many checks of one kind were made on a current table, and how many failed.</summary>
public sealed record CheckTally(Metric Metric, FiscalYear Year, FindingKind Kind, int Checked, int Failed);

/// <summary>One row of the ledger: a check, and the release whose document it is about.</summary>
public sealed record LedgerRow(Finding Finding, FiscalYear Year, int ReleaseId);

/// <summary>The ledger of checks (検算の台帳) on what is current.</summary>
public static class LedgerQuery
{
    /// <summary>Every check that was counted, in catalogue order.</summary>
    public static async Task<IReadOnlyList<CheckTally>> CheckTalliesAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken)
    {
        var counts = await db.CurrentAt(view.Version)
            .Join(db.CheckCounts, t => t.Id, c => c.TableId, (t, c) => new { t.Metric, t.Unit, t.FiscalYear, c.Kind, c.Checked, c.Failed })
            .OrderByDescending(c => c.FiscalYear).ThenBy(c => c.Metric.Order).ThenBy(c => c.Kind)
            .ToListAsync(cancellationToken);
        return [.. counts.Select(c => new CheckTally(c.Metric.ToMetric(c.Unit), new FiscalYear(c.FiscalYear), c.Kind, c.Checked, c.Failed))];
    }

    /// <summary>All findings that do not hold, the gravest first.</summary>
    public static Task<IReadOnlyList<LedgerRow>> FailuresAsync(this YorozuDbContext db, StoreView view, CancellationToken cancellationToken) =>
        RowsAsync(db, db.CurrentAt(view.Version), f => !f.Holds, cancellationToken);

    /// <summary>Every sum checked in one metric's current table of a year, failures first.</summary>
    public static Task<IReadOnlyList<LedgerRow>> SumsAsync(
        this YorozuDbContext db, StoreView view, string metricKey, FiscalYear year, CancellationToken cancellationToken) =>
        RowsAsync(
            db,
            db.CurrentAt(view.Version).Where(t => t.Metric.Key == metricKey && t.FiscalYear == year.StartYear),
            f => f.Kind <= FindingKind.Part,
            cancellationToken);

    /// <summary>The findings of one release that do not hold, whether or not it is still current.</summary>
    public static Task<IReadOnlyList<LedgerRow>> FailuresOfReleaseAsync(this YorozuDbContext db, int releaseId, CancellationToken cancellationToken) =>
        RowsAsync(db, db.Tables.Where(t => t.ReleaseId == releaseId), f => !f.Holds, cancellationToken);

    private static async Task<IReadOnlyList<LedgerRow>> RowsAsync(
        YorozuDbContext db, IQueryable<TableEntity> tables, System.Linq.Expressions.Expression<Func<FindingEntity, bool>> which, CancellationToken cancellationToken)
    {
        var findings = await tables
            .Join(db.Findings.Where(which), t => t.Id, f => f.TableId, (t, f) => new { Finding = f, t.Metric.Key, t.FiscalYear, t.ReleaseId, t.SourceTable })
            .OrderBy(r => r.Finding.Holds).ThenBy(r => r.Finding.Kind).ThenBy(r => r.Finding.Id)
            .ToListAsync(cancellationToken);
        return [.. findings.Select(r => new LedgerRow(ToFinding(r.Finding, r.Key, r.SourceTable), new FiscalYear(r.FiscalYear), r.ReleaseId))];
    }

    private static Finding ToFinding(FindingEntity f, string metricKey, int sourceTable) => new(
        f.Kind,
        f.Holds,
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
