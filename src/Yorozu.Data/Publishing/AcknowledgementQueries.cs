using System.Data.Common;
using System.Text.Json;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>The warnings that were acknowledged, with prepared statements.</summary>
internal static class AcknowledgementQueries
{
    /// <summary>Those about these metrics.</summary>
    public static async Task<List<Acknowledgement>> AcknowledgementsAsync(
        this YorozuDbContext db, IEnumerable<string> metricKeys, CancellationToken cancellationToken)
    {
        await using var query = await db.PrepareAsync(
            """
            SELECT kind, metric_key, part, area_id, month, value, reason, acknowledged_by, acknowledged_at FROM acknowledgements
            WHERE metric_key IN (SELECT value FROM json_each(@keys))
            """,
            cancellationToken,
            "@keys");
        return await query.ReadAsync(Read, cancellationToken, JsonSerializer.Serialize(metricKeys));
    }

    public static void WriteAcknowledgement(this YorozuDbContext db, Acknowledgement acknowledgement)
    {
        using var rows = new RowInsert(
            db, "acknowledgements", "kind", "metric_key", "part", "area_id", "month", "value", "reason", "acknowledged_by", "acknowledged_at");
        var warning = acknowledgement.Warning;
        rows.Write(
            (int)warning.Kind, warning.MetricKey, warning.Part, warning.Area.Number, warning.Month?.Number, warning.Value,
            acknowledgement.Reason, acknowledgement.By, StoredTime.Of(acknowledgement.At));
    }

    /// <returns>False when it was not acknowledged.</returns>
    public static async Task<bool> RemoveAcknowledgementAsync(this YorozuDbContext db, WarningKey warning, CancellationToken cancellationToken)
    {
        await using var rows = await db.PrepareAsync(
            """
            DELETE FROM acknowledgements
            WHERE metric_key = @key AND area_id = @area AND part = @part AND kind = @kind AND month IS @month AND value IS @value
            """,
            cancellationToken,
            "@key", "@area", "@part", "@kind", "@month", "@value");
        return await rows.WriteAsync(
            cancellationToken, warning.MetricKey, warning.Area.Number, warning.Part, (int)warning.Kind, warning.Month?.Number, warning.Value) > 0;
    }

    private static Acknowledgement Read(DbDataReader row) => new(
        new WarningKey(
            (CheckKind)row.GetInt32(0),
            row.GetString(1),
            row.GetString(2),
            Area.FromNumber(row.GetInt32(3)),
            row.IsDBNull(4) ? null : YearMonth.FromNumber(row.GetInt32(4)),
            row.Count(5)),
        row.GetString(6),
        row.GetString(7),
        row.Time(8));
}
