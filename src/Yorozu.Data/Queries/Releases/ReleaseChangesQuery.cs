using System.Text.Json;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Releases;

/// <summary>The changes of one release.</summary>
/// <param name="Figures">How many figures it has.</param>
/// <param name="New">How many of them had not been published before.</param>
/// <param name="Revised">How many differ from what was published before.</param>
/// <param name="Checked">How many sums were checked.</param>
/// <param name="Failed">How many of them failed.</param>
public sealed record ReleaseChanges(
    int Id,
    FiscalYear Year,
    YearMonth AsOf,
    int Sequence,
    DateTimeOffset PublishedAt,
    string FileName,
    string Sha256,
    int Tables,
    int Figures,
    int New,
    int Revised,
    int Checked,
    int Failed,
    bool IsWithdrawn,
    DateOnly PublishedOn);

public static class ReleaseChangesQuery
{
    private static readonly string SumsJson = JsonSerializer.Serialize(CheckKinds.Sums);

    // A removed figure was compared but does not belong to this release.
    private const string Changes =
        """
        SELECT r.id, r.fiscal_year, r.as_of, r.sequence, r.published_at, d.file_name, d.sha256,
            (SELECT count(*) FROM tables AS t WHERE t.release_id = r.id),
            (SELECT coalesce(sum(t.figure_count), 0) FROM tables AS t WHERE t.release_id = r.id),
            (SELECT count(*) FROM tables AS t JOIN check_results AS c ON c.table_id = t.id AND c.kind = @revision AND c.passed = 0
                WHERE t.release_id = r.id AND c.published IS NULL),
            coalesce(sum(c.checked) FILTER (WHERE c.kind = @revision), 0), coalesce(sum(c.failed) FILTER (WHERE c.kind = @revision), 0),
            coalesce(sum(c.checked) FILTER (WHERE c.kind IN (SELECT value FROM json_each(@sums))), 0),
            coalesce(sum(c.failed) FILTER (WHERE c.kind IN (SELECT value FROM json_each(@sums))), 0),
            r.withdrawn_version IS NOT NULL AND r.withdrawn_version <= @version, r.published_on
        FROM releases AS r JOIN documents AS d ON d.id = r.document_id
        LEFT JOIN tables AS t ON t.release_id = r.id LEFT JOIN check_counts AS c ON c.table_id = t.id
        WHERE r.published_version <= @version AND r.published_on <= @day GROUP BY r.id ORDER BY r.published_version DESC
        """;

    /// <summary>The releases published up to this snapshot, newest first, with withdrawn ones marked.</summary>
    public static async Task<IReadOnlyList<ReleaseChanges>> ReleaseChangesAsync(this YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        await using var changes = await db.PrepareAsync(Changes, cancellationToken, "@version", "@revision", "@sums", "@day");
        return await changes.ReadAsync(
            row => new ReleaseChanges(
                row.GetInt32(0),
                new FiscalYear(row.GetInt32(1)),
                YearMonth.FromNumber(row.GetInt32(2)),
                row.GetInt32(3),
                row.Time(4),
                row.GetString(5),
                row.GetString(6),
                row.GetInt32(7),
                row.GetInt32(8),
                row.GetInt32(8) + row.GetInt32(9) - row.GetInt32(10),
                row.GetInt32(11),
                row.GetInt32(12),
                row.GetInt32(13),
                row.GetBoolean(14),
                IsoDate.Parse(row.GetString(15))),
            cancellationToken,
            snapshot.Version,
            (int)CheckKind.Revision,
            SumsJson,
            snapshot.LastDay);
    }
}
