using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.References;

namespace Yorozu.Data.Queries.References;

/// <summary>Finds the reference tables that stand.</summary>
public static class ReferenceQuery
{
    internal const string Standing =
        """
        SELECT r.id, r.key, r.name, r.english_name, r.unit, r.per, r.date, r.source, r.english_source, r.licence FROM reference_tables AS r
        WHERE NOT r.is_removed AND NOT EXISTS (SELECT 1 FROM reference_tables AS later WHERE later.key = r.key AND later.id > r.id)
        ORDER BY r.key
        """;

    /// <summary>The tables in the order of their keys.</summary>
    public static async Task<IReadOnlyList<ReferenceTable>> ReferencesAsync(this YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var tables = await db.PrepareAsync(Standing, cancellationToken);
        await using var values = await db.PrepareAsync(
            "SELECT value FROM reference_values WHERE reference_id = @table ORDER BY area_id", cancellationToken, "@table");
        var references = new List<ReferenceTable>();
        foreach (var (id, key, about) in await tables.ReadAsync(
            row => (row.GetInt64(0), row.GetString(1), new ReferenceDescription(
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.GetInt32(5),
                IsoDate.Parse(row.GetString(6)),
                row.GetString(7),
                row.GetString(9))
            {
                EnglishSource = row.GetString(8),
            }),
            cancellationToken))
        {
            references.Add(new ReferenceTable(key, about, await values.ReadAsync(row => row.GetInt64(0), cancellationToken, id)));
        }

        return references;
    }
}
