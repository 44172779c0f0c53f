using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Queries.Releases;

/// <summary>One line of the list of releases.</summary>
public sealed record ReleaseSummary(
    int Id,
    FiscalYear FiscalYear,
    YearMonth AsOf,
    int Sequence,
    long PublishedVersion,
    DateTimeOffset PublishedAt,
    string PublishedBy,
    string Note,
    DateTimeOffset? WithdrawnAt,
    string FileName,
    string Sha256,
    int TableCount,
    int FigureCount);

/// <summary>Every release, including withdrawn ones, oldest first.</summary>
public static class ReleasesQuery
{
    private const string Releases =
        """
        SELECT r.id, r.fiscal_year, r.as_of, r.sequence, r.published_version, r.published_at, r.published_by, r.note, r.withdrawn_at, d.file_name, d.sha256,
            (SELECT count(*) FROM tables AS t WHERE t.release_id = r.id),
            (SELECT coalesce(sum(t.figure_count), 0) FROM tables AS t WHERE t.release_id = r.id)
        FROM releases AS r JOIN documents AS d ON d.id = r.document_id ORDER BY r.id
        """;

    public static async Task<List<ReleaseSummary>> ReleasesAsync(this YorozuDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return await db.Database.GetDbConnection().ReleasesAsync(cancellationToken);
    }

    /// <summary>The same without EF Core, which takes longer to start than the command line takes to list them.</summary>
    public static async Task<List<ReleaseSummary>> ReleasesAsync(this DbConnection connection, CancellationToken cancellationToken)
    {
        await using var releases = connection.Prepare(Releases);
        return await releases.ReadAsync(
            row => new ReleaseSummary(
                row.GetInt32(0),
                new FiscalYear(row.GetInt32(1)),
                YearMonth.FromNumber(row.GetInt32(2)),
                row.GetInt32(3),
                row.GetInt64(4),
                row.Time(5),
                row.GetString(6),
                row.GetString(7),
                row.IsDBNull(8) ? null : row.Time(8),
                row.GetString(9),
                row.GetString(10),
                row.GetInt32(11),
                row.GetInt32(12)),
            cancellationToken);
    }
}
