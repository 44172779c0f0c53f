using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Queries.Releases;

/// <summary>One release with its document and tables.</summary>
public sealed record ReleaseDetail(
    int Id,
    FiscalYear Year,
    YearMonth AsOf,
    int Sequence,
    DateTimeOffset PublishedAt,
    DateOnly PublishedOn,
    string? PublishedAs,
    string Note,
    DateTimeOffset? WithdrawnAt,
    string? WithdrawalNote,
    string FileName,
    string MediaType,
    string EncodingName,
    string Sha256,
    int Size,
    IReadOnlyList<ReleaseTable> Tables);

/// <summary>One table of a release.</summary>
public sealed record ReleaseTable(Metric Metric, string Heading, int Figures, bool IsCurrent);

/// <summary>The bytes of a document as published.</summary>
public sealed record OriginalDocument(string FileName, string MediaType, string EncodingName, byte[] Bytes);

public static class ReleaseQuery
{
    /// <summary>Null when there is no such release in this snapshot.</summary>
    public static async Task<ReleaseDetail?> ReleaseAsync(this YorozuDbContext db, Snapshot snapshot, int id, CancellationToken cancellationToken)
    {
        var release = await db.Releases
            .Where(r => r.Id == id && r.PublishedVersion <= snapshot.Version && r.PublishedOn <= snapshot.LastDay)
            .Select(
                r => new { Release = r, r.Document.FileName, r.Document.MediaType, r.Document.EncodingName, r.Document.Sha256, Size = r.Document.Bytes.Length })
            .SingleOrDefaultAsync(cancellationToken);
        if (release is null) return null;

        var current = await db.CurrentAt(snapshot).Where(t => t.ReleaseId == id).Select(t => t.Id).ToListAsync(cancellationToken);
        var tables = await db.Tables.Where(t => t.ReleaseId == id)
            .OrderBy(t => t.Ordinal)
            .Select(t => new { t.Id, t.Metric, t.Unit, t.Heading, t.FigureCount })
            .ToListAsync(cancellationToken);
        var r = release.Release;
        var isWithdrawn = r.WithdrawnVersion <= snapshot.Version;
        return new ReleaseDetail(
            r.Id,
            new FiscalYear(r.FiscalYear),
            YearMonth.FromNumber(r.AsOf),
            r.Sequence,
            r.PublishedAt,
            r.PublishedOn,
            r.PublishedAs,
            r.Note,
            isWithdrawn ? r.WithdrawnAt : null,
            isWithdrawn ? r.WithdrawalNote : null,
            release.FileName,
            release.MediaType,
            release.EncodingName,
            release.Sha256,
            release.Size,
            [.. tables.Select(t => new ReleaseTable(t.Metric.ToMetric(t.Unit), t.Heading, t.FigureCount, current.Contains(t.Id)))]);
    }

    public static Task<OriginalDocument?> OriginalDocumentAsync(this YorozuDbContext db, int releaseId, CancellationToken cancellationToken) => db.Releases
        .Where(r => r.Id == releaseId)
        .Select(r => new OriginalDocument(r.Document.FileName, r.Document.MediaType, r.Document.EncodingName, r.Document.Bytes))
        .SingleOrDefaultAsync(cancellationToken);
}
