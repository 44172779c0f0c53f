using System.Data.Common;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Publishing;

/// <summary>The names a store knows besides the catalogue, and the decisions about them.</summary>
internal static class NameDecisionQueries
{
    /// <summary>The catalogue to read a document with at a data version.</summary>
    /// <param name="decisions">Decisions about this document, which no release holds yet.</param>
    public static async Task<MetricCatalogue> CatalogueAsync(
        this YorozuDbContext db, long version, IEnumerable<NameDecision> decisions, CancellationToken cancellationToken)
    {
        await using var metrics = await db.PrepareAsync(
            $"""
            SELECT m.key, m.section, m.name, m.group_name FROM metrics AS m
            WHERE m.key LIKE 'x-%' AND EXISTS (SELECT 1 FROM ({CurrentTables.Prepared(CurrentTables.Standing)}) AS t WHERE t.metric_id = m.id)
            """,
            cancellationToken,
            "@version");
        var stored = await metrics.ReadAsync(
            row => new Metric(row.GetString(0), row.GetString(1), row.GetString(2), "") { Group = row.GetString(3) }, cancellationToken, version);
        await using var released = await db.PrepareAsync(
            $"""
            SELECT d.kind, d.metric_key, d.name, d.known FROM name_decisions AS d JOIN releases AS r ON r.id = d.release_id
            WHERE {CurrentTables.Prepared(CurrentTables.Stands)} ORDER BY d.id
            """,
            cancellationToken,
            "@version");
        return MetricCatalogue.Default.With(stored, [.. await released.ReadAsync(Decision, cancellationToken, version), .. decisions]);
    }

    /// <summary>The decisions about an upload that waits for review.</summary>
    public static async Task<List<NameDecision>> DecisionsAsync(this YorozuDbContext db, string sha256, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            """
            SELECT d.kind, d.metric_key, d.name, d.known FROM name_decisions AS d JOIN staged_uploads AS s ON s.id = d.upload_id
            WHERE s.sha256 = @sha256 ORDER BY d.id
            """,
            cancellationToken,
            "@sha256");
        return await query.ReadAsync(Decision, cancellationToken, sha256);
    }

    /// <summary>Writes the decisions with which a release was read.</summary>
    public static void WriteDecisions(this YorozuDbContext db, int release, IEnumerable<NameDecision> decisions)
    {
        using var rows = new RowInsert(db, "name_decisions", "release_id", "kind", "metric_key", "name", "known");
        foreach (var decision in decisions) rows.Write(release, decision.Kind.ToString(), decision.MetricKey, decision.Name, decision.Known);
    }

    /// <summary>Writes a decision about an upload.</summary>
    public static void WriteDecision(this YorozuDbContext db, int upload, NameDecision decision)
    {
        using var rows = new RowInsert(db, "name_decisions", "upload_id", "kind", "metric_key", "name", "known");
        rows.Write(upload, decision.Kind.ToString(), decision.MetricKey, decision.Name, decision.Known);
    }

    /// <summary>Takes back a decision about an upload, and with one on a section or metric all others: they may be about names below it.</summary>
    /// <returns>False when there is no such decision.</returns>
    public static async Task<bool> RemoveDecisionAsync(this YorozuDbContext db, int upload, NameDecision decision, CancellationToken cancellationToken)
    {
        await using var rows = await db.PrepareAsync(
            "DELETE FROM name_decisions WHERE upload_id = @upload AND kind = @kind AND metric_key = @key AND name = @name AND known = @known",
            cancellationToken,
            "@upload", "@kind", "@key", "@name", "@known");
        if (await rows.WriteAsync(cancellationToken, upload, decision.Kind.ToString(), decision.MetricKey, decision.Name, decision.Known) == 0) return false;
        if (decision.Kind == TermKind.Part) return true;
        await using var others = await db.PrepareAsync("DELETE FROM name_decisions WHERE upload_id = @upload", cancellationToken, "@upload");
        await others.WriteAsync(cancellationToken, upload);
        return true;
    }

    private static NameDecision Decision(DbDataReader row) =>
        new(Enum.Parse<TermKind>(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3));
}
