using System.Globalization;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>A citation for a table or paper, with which anybody can download the same bytes and verify them; for a day, what is known of it then.</summary>
public sealed record Citation(string Text)
{
    /// <summary>What figures per head need besides: the denominator with its date and source, and where to download it.</summary>
    public static IEnumerable<Citation> OfDenominators(IEnumerable<ReferenceTable> references, string server) => references.Select(r => new Citation(
        $"{r.About.Name}: {IsoDate.Of(r.About.Date)}、{r.About.Source}、{server}/extracts/reference.csv"));

    /// <summary>The chosen file, pinned to its snapshot.</summary>
    public static Citation For(Snapshot snapshot, ExtractRequest request, CachedExtract? file, string server)
    {
        var address = $"{server}/extracts/observations.csv{request.At(snapshot).ToQueryString()}";
        var hash = file is null ? "" : $"、{FileSize.Exactly(file.Length)}、SHA-256 {file.Sha256}";
        return new Citation(string.Create(
            CultureInfo.InvariantCulture,
            $"{ExtractNotes.Source}（速報値）。{snapshot.Title}（{snapshot.Since.InJapan():yyyy-MM-dd}）、{address}{hash}"));
    }
}
