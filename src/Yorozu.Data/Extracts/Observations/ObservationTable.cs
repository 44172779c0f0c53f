using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>A table of an extract.</summary>
/// <param name="LastMonth">The last month that its 累計値 includes, as year × 100 + month: the as-of month, or the table's last month if earlier.</param>
public sealed record ObservationTable(
    int Id,
    int FiscalYear,
    int ReleaseId,
    int LastMonth,
    string MetricKey,
    string Section,
    string MetricName,
    string Unit,
    bool HasCumulative,
    List<string> PartNames)
{
    /// <summary>The earlier tables for months without a column in this one, latest first.</summary>
    public IReadOnlyList<ObservationTable> Earlier { get; init; } = [];

    public required TableSpan Span { get; init; }

    /// <summary>Itself and the earlier ones.</summary>
    public IEnumerable<ObservationTable> WithEarlier => Earlier.Prepend(this);

    public IEnumerable<string> Parts => WithEarlier.SelectMany(t => t.PartNames).Distinct().Order(StringComparer.Ordinal);
}

/// <summary>The tables current in a snapshot and matching a filter, in the order of the extracts.</summary>
public static class ObservationTablesQuery
{
    public static async Task<List<ObservationTable>> ObservationTablesAsync(
        this YorozuDbContext db, Snapshot snapshot, ObservationFilter filter, CancellationToken cancellationToken)
    {
        var tables = await TablesAsync(db, snapshot, filter, cancellationToken);
        return [.. tables
            .GroupBy(t => (t.FiscalYear, t.MetricKey), (_, group) => group.ToList())
            .Select(of => of.Count == 1 ? of[0] : of[0] with { Earlier = of[1..] })];
    }

    private static Task<List<ObservationTable>> TablesAsync(
        YorozuDbContext db, Snapshot snapshot, ObservationFilter filter, CancellationToken cancellationToken) => db.CurrentAt(snapshot)
        .Matching(filter)
        .OrderBy(t => t.FiscalYear).ThenBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenByDescending(t => t.Precedence)
        .Select(t => new ObservationTable(
            t.Id, t.FiscalYear, t.ReleaseId, t.LastMonth ?? t.Release.AsOf, t.Metric.Key, t.Metric.Section, t.Metric.Name, t.Unit, t.HasCumulative,
            t.Parts.Select(p => p.Name).ToList())
        {
            Span = new TableSpan(t.Id, t.FirstMonth, t.EndMonth),
        })
        .ToListAsync(cancellationToken);
}
