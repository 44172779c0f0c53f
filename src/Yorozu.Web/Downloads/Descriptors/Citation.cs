using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics.References;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>A citation for a table or paper, with which anybody can download the same bytes and verify them.</summary>
public sealed record Citation(string Text)
{
    /// <summary>What figures per head need besides: the denominator with its date and source, and where to download it.</summary>
    public static IEnumerable<Citation> OfDenominators(IEnumerable<ReferenceTable> references, string server) => references.Select(r => new Citation(
        string.Create(CultureInfo.InvariantCulture, $"{r.About.Name}: {r.About.Date:yyyy-MM-dd}、{r.About.Source}、{server}/extracts/reference.csv")));

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
