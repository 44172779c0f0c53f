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

/// <summary>Every release there ever was, the oldest first.</summary>
public static class ReleasesQuery
{
    public static Task<List<ReleaseSummary>> ReleasesAsync(this YorozuDbContext db, CancellationToken cancellationToken) => db.Releases
        .OrderBy(r => r.Id)
        .Select(r => new ReleaseSummary(
            r.Id,
            new FiscalYear(r.FiscalYear),
            YearMonth.FromNumber(r.AsOf),
            r.Sequence,
            r.PublishedVersion,
            r.PublishedAt,
            r.PublishedBy,
            r.Note,
            r.WithdrawnAt,
            r.Document.FileName,
            r.Document.Sha256,
            r.Tables.Count,
            r.Tables.Sum(t => t.FigureCount)))
        .ToListAsync(cancellationToken);
}
