using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>The valid names in a filter: metrics, sections and parts of the catalogue or the store, and snapshots.</summary>
public sealed record ExtractVocabulary(
    IReadOnlyCollection<string> Metrics, IReadOnlyCollection<string> Sections, IReadOnlyCollection<string> Parts, IReadOnlyCollection<AsOf> Snapshots)
{
    /// <summary>Chooses the tables without a section; an empty value means every section.</summary>
    public const string NoSection = "none";

    /// <param name="names">The names of the given parameters: the parts of the whole history are read for <c>part</c> only.</param>
    public static async Task<ExtractVocabulary> LoadAsync(YorozuDbContext db, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var stored = await db.Metrics.OrderBy(m => m.Order).Select(m => new { m.Key, m.Section }).ToListAsync(cancellationToken);
        var releases = await db.Releases.Select(r => new { r.Id, IsWithdrawn = r.WithdrawnVersion != null }).ToListAsync(cancellationToken);
        var parts = names.Contains(ExtractParameter.Part.Name)
            ? await db.Database.SqlQueryRaw<string>("SELECT DISTINCT name AS Value FROM table_parts WHERE name <> ''").ToListAsync(cancellationToken)
            : [];
        var catalogue = MetricCatalogue.Default.Metrics;
        return new ExtractVocabulary(
            catalogue.Select(m => m.Key).Concat(stored.Select(m => m.Key)).ToHashSet(StringComparer.Ordinal),
            [.. catalogue.Select(m => m.Section).Concat(stored.Select(m => m.Section)).Where(s => s.Length > 0).Distinct()],
            [.. catalogue.SelectMany(m => m.Parts).Select(p => p.Name).Union(parts)],
            releases.Select(r => AsOf.Publication(r.Id)).Concat(releases.Where(r => r.IsWithdrawn).Select(r => AsOf.Withdrawal(r.Id))).ToHashSet());
    }

    public bool TrySection(string text, out string section)
    {
        section = text == NoSection ? "" : text;
        return section.Length == 0 || Sections.Contains(section);
    }

    public bool TrySnapshot(string text, out AsOf? asOf) => AsOf.TryParse(text, out asOf) && (asOf!.Day is not null || Snapshots.Contains(asOf));
}
