using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Maintenance;

/// <summary>Checks the store: the file, every stored figure against its document, and every sum.</summary>
public sealed class StoreChecker(YorozuDbContext db)
{
    /// <summary>The errors SQLite finds in the database file; empty when it is intact.</summary>
    public async Task<IReadOnlyList<string>> IntegrityAsync(CancellationToken cancellationToken)
    {
        var errors = await PragmaAsync("integrity_check", cancellationToken);
        var orphans = await PragmaAsync("foreign_key_check", cancellationToken);
        return [.. errors.Where(c => c != "ok"), .. orphans];
    }

    /// <summary>Reads and verifies every stored document again, withdrawn releases included.</summary>
    public async IAsyncEnumerable<ReleaseCheck> ReleasesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var releases = await db.Releases.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var id in releases) yield return await CheckAsync(id, cancellationToken);
    }

    private async Task<ReleaseCheck> CheckAsync(int id, CancellationToken cancellationToken)
    {
        var document = await db.Releases.Where(r => r.Id == id).Select(r => r.Document).SingleAsync(cancellationToken);
        var file = new DocumentFile(document.FileName, document.Bytes);
        if (file.Sha256 != document.Sha256) return new ReleaseCheck(id, document.FileName, [], ["公表資料のSHA-256が保存時と違います。"]);

        var reading = DocumentReader.Read(file.Bytes, MetricCatalogue.Default, cancellationToken);
        if (reading.Page is not { } page) return new ReleaseCheck(id, document.FileName, [], ["公表資料を読み直せません。", .. reading.Problems.Select(p => p.Message)]);

        // Only sums are checked again: revisions and unusual values depend on the data at the time.
        var results = Verifier.Verify(page, FigureHistory.Empty).Where(f => f.Severity == Severity.Error).ToList();
        return new ReleaseCheck(id, document.FileName, results, await DifferencesAsync(id, page, cancellationToken));
    }

    private async Task<List<string>> DifferencesAsync(int releaseId, PublishedPage page, CancellationToken cancellationToken)
    {
        var stored = await db.Observations
            .Where(o => o.Table.ReleaseId == releaseId)
            .Select(o => new { o.Table.Metric.Key, o.Part, o.Area, o.Month, o.Value })
            .ToDictionaryAsync(o => (o.Key, o.Part, o.Area, o.Month), o => o.Value, cancellationToken);
        var differences = new List<string>();
        foreach (var table in page.Tables)
        {
            foreach (var cell in table.Observations)
            {
                var found = stored.Remove((table.Metric.Key, cell.Part, cell.Area.Number, cell.Month.Number), out var value);
                if (found && value == cell.Figure.Count) continue;
                var shown = found ? value?.ToString(CultureInfo.InvariantCulture) ?? "未公表" : "なし";
                differences.Add($"{table.Metric.Name} {cell.Part} {cell.Area} {cell.Month}: 公表資料は「{cell.RawText}」、保存値は「{shown}」です。");
            }
        }

        if (stored.Count > 0) differences.Add($"公表資料にない観測値が{stored.Count}件あります。");
        return differences;
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
/// <param name="Differences">Where the store and the document disagree, in Japanese.</param>
public sealed record ReleaseCheck(int ReleaseId, string DocumentName, IReadOnlyList<CheckResult> CheckResults, IReadOnlyList<string> Differences);
