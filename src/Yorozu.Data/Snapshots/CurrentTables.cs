using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// The one place that knows which figures are current: of the tables of a metric and fiscal year, in the releases that
/// stood at a data version, the one with the latest as-of month and sequence. Releases are only ever added or marked
/// withdrawn, so a query at a fixed version always sees the same figures, whatever is published meanwhile.
/// </summary>
public static class CurrentTables
{
    /// <summary>The tables that were current at this data version.</summary>
    public static IQueryable<TableEntity> CurrentAt(this YorozuDbContext db, long version) => db
        .StandingAt(version)
        .Where(t => !db.StandingAt(version).Any(o => o.MetricId == t.MetricId && o.FiscalYear == t.FiscalYear && o.Precedence > t.Precedence));

    /// <summary>The tables of all releases that were published and not withdrawn at this data version.</summary>
    public static IQueryable<TableEntity> StandingAt(this YorozuDbContext db, long version) => db.Tables
        .Where(t => t.Release.PublishedVersion <= version && (t.Release.WithdrawnVersion == null || t.Release.WithdrawnVersion > version));
}
