using System.Data.Common;
using System.Text.Json;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Publishing;

/// <summary>The queries of an import other than figures, as prepared statements because a first start waits for them.</summary>
internal static class ImportQueries
{
    /// <summary>The standing release of a document; null when there is none.</summary>
    public static async Task<int?> StandingReleaseOfAsync(this YorozuDbContext db, string sha256, long version, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            $"""
            SELECT r.id FROM releases AS r JOIN documents AS d ON d.id = r.document_id
            WHERE d.sha256 = @sha256 AND {CurrentTables.Prepared(CurrentTables.Stands)}
            """,
            cancellationToken,
            "@sha256",
            "@version");
        return await query.NumberAsync(cancellationToken, sha256, version);
    }

    /// <summary>The sequence of the next release of a page's fiscal year and as-of month: 1 for the first, 2 for its first correction.</summary>
    public static async Task<int> NextSequenceAsync(this YorozuDbContext db, PublishedPage page, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            "SELECT coalesce(max(sequence), 0) + 1 FROM releases WHERE fiscal_year = @year AND as_of = @month", cancellationToken, "@year", "@month");
        return (await query.NumberAsync(cancellationToken, page.FiscalYear.StartYear, page.AsOf.Number))!.Value;
    }

    /// <summary>The standing tables of a fiscal year that take precedence.</summary>
    public static async Task<List<(string Key, int FirstMonth, int EndMonth)>> TablesAfterAsync(
        this YorozuDbContext db, FiscalYear year, long precedence, long version, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            $"""
            SELECT m.key, t.first_month, t.end_month
            FROM ({CurrentTables.Prepared(CurrentTables.Standing)}) AS t JOIN metrics AS m ON m.id = t.metric_id
            WHERE t.fiscal_year = @year AND t.precedence > @precedence
            """,
            cancellationToken,
            "@year",
            "@precedence",
            "@version");
        return await query.ReadAsync(row => (row.GetString(0), row.GetInt32(1), row.GetInt32(2)), cancellationToken, year.StartYear, precedence, version);
    }

    /// <summary>The newest as-of month of the standing releases, and of those with any of these metrics; null where there is none.</summary>
    public static async Task<(YearMonth? Newest, YearMonth? OfMetrics)> NewestMonthsAsync(
        this YorozuDbContext db, IEnumerable<string> keys, long version, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            $"""
            SELECT max(r.as_of), max(CASE WHEN EXISTS (
                SELECT 1 FROM tables AS t JOIN metrics AS m ON m.id = t.metric_id
                WHERE t.release_id = r.id AND m.key IN (SELECT value FROM json_each(@keys))) THEN r.as_of END)
            FROM releases AS r WHERE {CurrentTables.Prepared(CurrentTables.Stands)}
            """,
            cancellationToken,
            "@keys",
            "@version");
        return (await query.ReadAsync(row => (Month(row, 0), Month(row, 1)), cancellationToken, JsonSerializer.Serialize(keys), version)).Single();

        static YearMonth? Month(DbDataReader row, int column) => row.IsDBNull(column) ? null : YearMonth.FromNumber(row.GetInt32(column));
    }

    /// <summary>Each metric with each fiscal year of a standing release that has its table.</summary>
    public static async Task<List<(string Key, FiscalYear Year)>> PublishedYearsAsync(
        this YorozuDbContext db, long version, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            $"""
            SELECT DISTINCT m.key, t.fiscal_year
            FROM ({CurrentTables.Prepared(CurrentTables.Standing)}) AS t JOIN metrics AS m ON m.id = t.metric_id
            """,
            cancellationToken,
            "@version");
        return await query.ReadAsync(row => (row.GetString(0), new FiscalYear(row.GetInt32(1))), cancellationToken, version);
    }

    public static async Task<List<(int Id, string Key, int Order)>> StoredMetricsAsync(this YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync("SELECT id, key, sort_order FROM metrics", cancellationToken);
        return await query.ReadAsync(row => (row.GetInt32(0), row.GetString(1), row.GetInt32(2)), cancellationToken);
    }

    /// <summary>The number of a stored document; null when it is new.</summary>
    public static async Task<int?> DocumentAsync(this YorozuDbContext db, string sha256, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync("SELECT id FROM documents WHERE sha256 = @sha256", cancellationToken, "@sha256");
        return await query.NumberAsync(cancellationToken, sha256);
    }

    /// <summary>The public name of an account; null for the command line, and when its owner chose none.</summary>
    public static async Task<string?> DisplayNameAsync(this YorozuDbContext db, int? account, CancellationToken cancellationToken)
    {
        if (account is not { } id) return null;
        await using var query = await db.PrepareAsync("SELECT display_name FROM accounts WHERE id = @id", cancellationToken, "@id");
        return (await query.ReadAsync(row => row.IsDBNull(0) ? null : row.GetString(0), cancellationToken, id)).SingleOrDefault();
    }
}
