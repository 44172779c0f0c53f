using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The machine readability of the observations file as it is handed out now; checked once for each file.</summary>
public sealed class ReadabilityReport(ExtractCache cache)
{
    private Report? _last;

    public async Task<IReadOnlyList<ReadabilityResult>> ForAsync(YorozuDbContext db, DataState state, CancellationToken cancellationToken)
    {
        var (extract, content) = await cache.OpenAsync(ExtractFiles.Whole(TableExtracts.Observations, state, new CsvFormat()), cancellationToken);
        await using (content)
        {
            if (_last is { } last && last.Sha256 == extract.Sha256) return last.Results;

            var metrics = await db.CurrentAt(state.Version).Select(t => t.Metric.Key).Distinct().ToListAsync(cancellationToken);
            var results = ReadabilityCheck.Run(content, metrics.ToHashSet(StringComparer.Ordinal));
            _last = new Report(extract.Sha256, results);
            return results;
        }
    }

    private sealed record Report(string Sha256, IReadOnlyList<ReadabilityResult> Results);
}
