using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>A citation for a table or paper, with which anybody can download the same bytes and verify them.</summary>
public sealed record Citation(string Text)
{
    public static async Task<Citation> ForAsync(
        YorozuDbContext db, Snapshot snapshot, ExtractRequest request, CachedExtract? file, string server, CancellationToken cancellationToken)
    {
        // The state after a withdrawal has no release of its own: cite only its version.
        var release = snapshot.AsOfRelease
            ?? await db.Releases.Where(r => r.PublishedVersion == snapshot.Version).Select(r => (int?)r.Id).SingleOrDefaultAsync(cancellationToken);
        var pinned = request with { Filter = request.Filter with { AsOf = release } };
        var date = snapshot.Since.InJapan().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var address = $"{server}/extracts/observations.csv{pinned.ToQueryString()}{(release is null ? "（この版に固定するURLはありません）" : "")}";
        var hash = file is null ? "" : $"、SHA-256 {file.Sha256}";
        return new Citation(string.Create(CultureInfo.InvariantCulture, $"{ExtractNotes.Source}（速報値）。データの版 {snapshot.Version}（{date}）、{address}{hash}"));
    }
}
