using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Maintenance;

/// <summary>Checks the store: the file, every stored and extracted figure against its document, and every sum.</summary>
public sealed class StoreChecker(YorozuDbContext db)
{
    /// <summary>The errors SQLite finds in the database file; empty when it is intact.</summary>
    public async Task<IReadOnlyList<string>> IntegrityAsync(CancellationToken cancellationToken)
    {
        var errors = await PragmaAsync("integrity_check", cancellationToken);
        var orphans = await PragmaAsync("foreign_key_check", cancellationToken);
        return [.. errors.Where(c => c != "ok"), .. orphans];
    }

    /// <summary>Reads and verifies every stored document again, withdrawn releases included, in the order of publication.</summary>
    public async Task<IReadOnlyList<ReleaseCheck>> ReleasesAsync(CancellationToken cancellationToken)
    {
        var snapshot = await db.LatestSnapshotAsync(cancellationToken);
        var comparison = new DocumentComparison(await ObservationDataset.Tidy
            .ReadAsync(db, new DatasetQuery(snapshot, ObservationFilter.All), cancellationToken)
            .ToDictionaryAsync(
                row => new CellKey(row.Table.FiscalYear, row.Table.MetricKey, row.Part, row.Area.Number, row.Month.Number),
                cancellationToken: cancellationToken));

        // Latest first: then a cell is current when no document before it covers the month.
        var releases = await db.Releases
            .Where(r => r.PublishedVersion <= snapshot.Version)
            .OrderByDescending(r => r.AsOf).ThenByDescending(r => r.Sequence)
            .Select(r => new CheckedRelease(
                r.Id, r.FiscalYear, r.PublishedVersion, r.WithdrawnVersion == null || r.WithdrawnVersion > snapshot.Version))
            .ToListAsync(cancellationToken);
        var checks = new List<ReleaseCheck>();
        foreach (var release in releases) checks.Add(await CheckAsync(release, comparison, cancellationToken));

        var unexplained = comparison.Unexplained();
        return [.. checks.OrderBy(c => c.ReleaseId).Select(c => c with { Differences = [.. c.Differences, .. unexplained[c.ReleaseId]] })];
    }

    private async Task<ReleaseCheck> CheckAsync(CheckedRelease release, DocumentComparison comparison, CancellationToken cancellationToken)
    {
        var document = await db.Releases.Where(r => r.Id == release.Id).Select(r => r.Document).SingleAsync(cancellationToken);
        var file = new DocumentFile(document.FileName, document.Bytes);
        if (file.Sha256 != document.Sha256) return await UnreadableAsync("公表資料のSHA-256が保存時と違います。");

        var reading = Read(file, await db.CatalogueAsync(release.PublishedVersion, [], cancellationToken), cancellationToken);
        if (reading.Page is not { } page) return await UnreadableAsync("公表資料を読み直せません。", [.. reading.Problems.Select(p => p.Message.ToString())]);

        // Only sums are checked again: revisions and unusual values depend on the data at the time.
        var results = Verifier.VerifySums(page);
        return new ReleaseCheck(release.Id, document.FileName, results, comparison.Compare(release, page, await StoredAsync(release.Id, cancellationToken)));

        async Task<ReleaseCheck> UnreadableAsync(string cause, params IReadOnlyList<string> details)
        {
            var spans = db.Tables.Where(t => t.ReleaseId == release.Id)
                .Select(t => new { t.Metric.Key, Span = new TableSpan(release.Id, t.FirstMonth, t.EndMonth) });
            comparison.Omit(release, await spans.ToDictionaryAsync(t => t.Key, t => t.Span, cancellationToken));
            return new ReleaseCheck(release.Id, document.FileName, [], [$"公表 {release.Id}: {cause}", .. details]);
        }
    }

    private static ReadResult Read(DocumentFile file, MetricCatalogue catalogue, CancellationToken cancellationToken)
    {
        try
        {
            return DocumentReader.Read(file.Bytes, catalogue, cancellationToken);
        }
        catch (Exception exception) when (InternalError.Explains(exception))
        {
            return InternalError.Refusal(exception);
        }
    }

    private async Task<Dictionary<CellKey, StoredCell>> StoredAsync(int releaseId, CancellationToken cancellationToken)
    {
        var months = await db.Observations
            .Where(o => o.Table.ReleaseId == releaseId)
            .Select(o => new
            {
                Key = new CellKey(o.Table.FiscalYear, o.Table.Metric.Key, o.Part, o.Area, o.Month),
                Cell = new StoredCell(o.Value, o.RawText),
            })
            .ToListAsync(cancellationToken);
        var cumulatives = await db.Cumulatives
            .Where(c => c.Table.ReleaseId == releaseId)
            .Select(c => new
            {
                Key = new CellKey(c.Table.FiscalYear, c.Table.Metric.Key, c.Part, c.Area, null),
                Cell = new StoredCell(c.Value, c.RawText),
            })
            .ToListAsync(cancellationToken);
        return months.Concat(cumulatives).DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Cell);
    }

    private async Task<List<string>> PragmaAsync(string name, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        return rows;
    }
}

/// <summary>The result for one release.</summary>
/// <param name="CheckResults">Every recomputed sum, passed or failed.</param>
/// <param name="Differences">Where the document, the store and the extract disagree, in Japanese.</param>
public sealed record ReleaseCheck(int ReleaseId, string DocumentName, IReadOnlyList<CheckResult> CheckResults, IReadOnlyList<string> Differences);
