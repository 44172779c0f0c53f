using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>The valid names in a filter: metrics and sections of the catalogue or the store, and releases.</summary>
public sealed record ExtractVocabulary(IReadOnlyCollection<string> Metrics, IReadOnlyCollection<string> Sections, IReadOnlyCollection<int> Releases)
{
    /// <summary>Chooses the tables without a section; an empty value means every section.</summary>
    public const string NoSection = "none";

    public static async Task<ExtractVocabulary> LoadAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db.Metrics.OrderBy(m => m.Order).Select(m => new { m.Key, m.Section }).ToListAsync(cancellationToken);
        var releases = await db.Releases.Select(r => r.Id).ToListAsync(cancellationToken);
        var catalogue = MetricCatalogue.Default.Metrics;
        return new ExtractVocabulary(
            catalogue.Select(m => m.Key).Concat(stored.Select(m => m.Key)).ToHashSet(StringComparer.Ordinal),
            [.. catalogue.Select(m => m.Section).Concat(stored.Select(m => m.Section)).Where(s => s.Length > 0).Distinct()],
            releases.ToHashSet());
    }

    public bool TrySection(string text, out string section)
    {
        section = text == NoSection ? "" : text;
        return section.Length == 0 || Sections.Contains(section);
    }

    public bool TryRelease(string text, out int? release)
    {
        release = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Releases.Contains(id) ? id : null;
        return release is not null;
    }
}
