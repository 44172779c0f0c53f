using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>A figure that differs from the previous release.</summary>
/// <param name="To">Null when it is no longer published.</param>
public sealed record RevisionRow(
    string MetricKey, string MetricName, string Part, Area Area, YearMonth Month, int ReleaseFrom, int ReleaseTo, long From, long? To);

/// <summary>
/// Figures that a later release prints differently. Computed from the standing releases, not from the checks at import: a
/// withdrawal or a late older release changes the pairs.
/// </summary>
public static class RevisionDataset
{
    private static readonly Column<RevisionRow>[] Columns =
    [
        SharedColumns.Metric((RevisionRow r) => r.MetricKey),
        SharedColumns.MetricName((RevisionRow r) => r.MetricName, r => r.MetricKey),
        SharedColumns.Part((RevisionRow r) => r.Part),
        SharedColumns.AreaCode((RevisionRow r) => r.Area),
        SharedColumns.Area((RevisionRow r) => r.Area),
        SharedColumns.Month((RevisionRow r) => r.Month),
        SharedColumns.Release(
            "release_from", "改訂前の公表番号", (RevisionRow r) => r.ReleaseFrom, "releases.csv の release", "release of releases.csv"),
        SharedColumns.Release("release_to", "改訂後の公表番号", (RevisionRow r) => r.ReleaseTo, "releases.csv の release", "release of releases.csv"),
        Column.Count("value_from", "改訂前の値", (RevisionRow r) => r.From, "改訂前に公表された値", "The figure as published before") with { IsRequired = true },
        Column.Count(
            "value_to",
            "改訂後の値",
            (RevisionRow r) => r.To,
            "改訂後の値。空は未公表に変わったもの",
            "The figure as published after; empty where it is no longer published"),
        Column.Count("difference", "差", (RevisionRow r) => r.To - r.From, "改訂後 − 改訂前", "After − before"),
    ];

    public static Dataset<RevisionRow> Dataset { get; } = new("revisions", "改訂の記録", "ある公表とその次の公表とで値が違う観測値", Columns, ReadAsync)
    {
        Key = ["metric", "part", "area_code", "month", "release_to"],
        Parameters = ExtractParameter.Filters,
    };

    internal static async IAsyncEnumerable<RevisionRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await ChangeReader.OpenAsync(db, query, cancellationToken);
        var changes = new List<Change>();
        foreach (var tables in await db.ReleasedTablesAsync(query, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Read(tables, (_, _) => true, changes);
            foreach (var row in RowsOf(changes)) yield return row;
        }
    }

    // A figure published for the first time is no revision.
    internal static IEnumerable<RevisionRow> RowsOf(List<Change> changes) => changes
        .Where(c => c.From is not null)
        .Select(c => new RevisionRow(
            c.Table.MetricKey, c.Table.MetricName, c.Part, c.Area, c.Month, c.Before!.Id, c.Table.Release.Id, c.From!.Value, c.To));
}
