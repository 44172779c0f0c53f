using System.Security.Cryptography;
using System.Text.Json;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.References;

namespace Yorozu.Data.References;

/// <summary>Adds, replaces and removes reference tables; the tables before stay in the store. Each change is one transaction with its log entry.</summary>
public sealed class ReferenceStore(YorozuDbContext db, TimeProvider clock)
{
    private const string Insert =
        """
        INSERT INTO reference_tables (key, sha256, name, english_name, unit, per, date, source, english_source, licence, is_removed, changed_at)
        VALUES (@key, @sha256, @name, @english_name, @unit, @per, @date, @source, @english_source, @licence, @is_removed, @changed_at) RETURNING id
        """;

    private static readonly string[] Columns =
        ["@key", "@sha256", "@name", "@english_name", "@unit", "@per", "@date", "@source", "@english_source", "@licence", "@is_removed", "@changed_at"];

    /// <summary>Adds a table, or replaces the one with its key.</summary>
    /// <param name="base">The change that the caller has seen last; null to replace whatever stands.</param>
    /// <returns>False when another change came first.</returns>
    public Task<bool> SetAsync(ReferenceTable table, long? @base, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(table, isRemoved: false, @base, actor, LogAction.SetReference, cancellationToken);

    /// <summary>Takes a table back: nothing is shown per head of it any more.</summary>
    /// <returns>False when another change came first.</returns>
    public Task<bool> RemoveAsync(ReferenceTable table, long @base, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(table, isRemoved: true, @base, actor, LogAction.RemoveReference, cancellationToken);

    /// <summary>True when this content was set under this key before, even if it was replaced or removed since.</summary>
    internal async Task<bool> KnowsAsync(ReferenceTable table, CancellationToken cancellationToken)
    {
        await using var known = await db.PrepareAsync(
            "SELECT count(*) FROM reference_tables WHERE key = @key AND sha256 = @sha256", cancellationToken, "@key", "@sha256");
        return await known.NumberAsync(cancellationToken, table.Key, HashOf(table)) > 0;
    }

    private async Task<bool> ChangeAsync(
        ReferenceTable table, bool isRemoved, long? @base, Actor actor, LogAction action, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var last = await db.PrepareAsync("SELECT coalesce(max(id), 0) FROM reference_tables", cancellationToken);
        if (@base is { } seen && await last.NumberAsync(cancellationToken) != seen) return false;

        await using var insert = await db.PrepareAsync(Insert, cancellationToken, Columns);
        var (about, now) = (table.About, StoredTime.Of(clock.GetUtcNow()));
        var id = await insert.NumberAsync(
            cancellationToken,
            table.Key,
            HashOf(table),
            about.Name,
            about.EnglishName,
            about.Unit,
            about.Per,
            IsoDate.Of(about.Date),
            about.Source,
            about.EnglishSource,
            about.Licence,
            isRemoved,
            now);
        if (!isRemoved) await WriteValuesAsync(id!.Value, table, cancellationToken);
        await new ActionLog(db, clock).WriteAsync(actor, action, table.Key, LogOutcome.Done, $"{about.Name}、{IsoDate.Of(about.Date)}、{about.Source}");
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task WriteValuesAsync(int id, ReferenceTable table, CancellationToken cancellationToken)
    {
        await using var value = await db.PrepareAsync(
            "INSERT INTO reference_values (reference_id, area_id, value) VALUES (@reference, @area, @value)",
            cancellationToken,
            "@reference",
            "@area",
            "@value");
        for (var i = 0; i < table.Values.Count; i++) await value.WriteAsync(cancellationToken, id, i + 1, table.Values[i]);
    }

    private static string HashOf(ReferenceTable table) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(table)));
}
