using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// The only definition of current figures: among the tables of a metric and fiscal year that cover a month, in the releases
/// standing at a data version, the one with the latest as-of month and sequence. A table without a column for a month does not
/// cover it. Releases are only added or marked withdrawn, so a query at a fixed version always sees the same figures,
/// regardless of concurrent publications.
/// </summary>
public static class CurrentTables
{
    /// <summary>
    /// A condition in SQL on a release <c>r</c>: it is published and not withdrawn. <c>{0}</c> is the data version, <c>{1}</c> the
    /// last day of publication that counts.
    /// </summary>
    internal const string Stands =
        "r.published_version <= {0} AND (r.withdrawn_version IS NULL OR r.withdrawn_version > {0}) AND r.published_on <= {1}";

    private const string EveryDay = "'9999-12-31'";

    /// <summary>The tables of the standing releases, in SQL; parameters as in <see cref="Stands"/>.</summary>
    internal const string Standing = "SELECT t.* FROM tables AS t JOIN releases AS r ON r.id = t.release_id WHERE " + Stands;

    /// <summary>The current tables, in SQL; parameters as in <see cref="Stands"/>.</summary>
    internal static readonly string Current = $"SELECT t.* FROM ({Standing}) AS t WHERE {NotCovered($"({Standing})")}";

    /// <summary>The tables current for some month in this snapshot; nearly always one per metric and fiscal year.</summary>
    public static IQueryable<TableEntity> CurrentAt(this YorozuDbContext db, Snapshot snapshot) =>
        db.Tables.FromSqlRaw(Current, snapshot.Version, snapshot.LastDay);

    /// <summary>The tables of all releases standing (published and not withdrawn) in this snapshot.</summary>
    public static IQueryable<TableEntity> StandingAt(this YorozuDbContext db, Snapshot snapshot) =>
        db.Tables.FromSqlRaw(Standing, snapshot.Version, snapshot.LastDay);

    /// <summary>The tables that the releases standing in this snapshot lack.</summary>
    public static IQueryable<MissingTableEntity> MissingAt(this YorozuDbContext db, Snapshot snapshot) => db.MissingTables.FromSqlRaw(
        "SELECT m.* FROM missing_tables AS m JOIN releases AS r ON r.id = m.release_id WHERE " + Stands, snapshot.Version, snapshot.LastDay);

    /// <summary>These pieces of SQL for a prepared statement with the parameter <c>@version</c>.</summary>
    /// <param name="lastDay">The parameter for the last day; by default every day counts.</param>
    internal static string Prepared(string sql, string lastDay = EveryDay) =>
        sql.Replace("{0}", "@version", StringComparison.Ordinal).Replace("{1}", lastDay, StringComparison.Ordinal);

    /// <summary>A condition in SQL on a table <c>t</c>: no later one of a set covers its months.</summary>
    /// <param name="tables">The set in SQL: a name or a query in brackets.</param>
    internal static string NotCovered(string tables) =>
        $"""
        NOT EXISTS (
            SELECT 1 FROM {tables} AS o
            WHERE o.metric_id = t.metric_id AND o.fiscal_year = t.fiscal_year AND o.precedence > t.precedence
            AND o.first_month <= t.first_month AND o.end_month >= t.end_month)
        """;
}

/// <summary>The months a table covers, as year × 100 + month.</summary>
public sealed record TableSpan(int TableId, int FirstMonth, int EndMonth)
{
    /// <summary>
    /// The table whose cell of a month is current, among the tables of a metric and fiscal year, latest first; null when none has the month.
    /// </summary>
    public static TableSpan? Current(IReadOnlyList<TableSpan> latestFirst, int month)
    {
        foreach (var table in latestFirst)
        {
            if (table.FirstMonth <= month && month <= table.EndMonth) return table;
        }

        // A future month has at most a blank column: only the latest table can have it.
        return latestFirst.Count > 0 && latestFirst[0].FirstMonth <= month ? latestFirst[0] : null;
    }
}
