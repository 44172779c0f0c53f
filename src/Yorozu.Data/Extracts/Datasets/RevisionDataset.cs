using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

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
        SharedColumns.MetricName((RevisionRow r) => r.MetricName),
        SharedColumns.Part((RevisionRow r) => r.Part),
        SharedColumns.AreaCode((RevisionRow r) => r.Area),
        SharedColumns.Area((RevisionRow r) => r.Area),
        Column.Month("month", "年月", (RevisionRow r) => r.Month, "値の月（YYYY-MM）", "The month of the figure (YYYY-MM)") with { IsRequired = true },
        Column.Count(
            "release_from", "改訂前の公表番号", (RevisionRow r) => r.ReleaseFrom, "releases.csv の release", "release of releases.csv") with
        {
            IsRequired = true,
            References = ReleaseDataset.Id,
        },
        Column.Count("release_to", "改訂後の公表番号", (RevisionRow r) => r.ReleaseTo, "releases.csv の release", "release of releases.csv") with
        {
            IsRequired = true,
            References = ReleaseDataset.Id,
        },
        Column.Count("value_from", "改訂前の値", (RevisionRow r) => r.From, "改訂前に公表された値", "The figure as published before") with { IsRequired = true },
        Column.Count(
            "value_to",
            "改訂後の値",
            (RevisionRow r) => r.To,
            "改訂後の値。空は未公表に変わったもの",
            "The figure as published after; empty where it is no longer published"),
        Column.Count("difference", "差", (RevisionRow r) => r.To - r.From, "改訂後 − 改訂前", "After − before"),
    ];

    public static Dataset<RevisionRow> Dataset { get; } = new("revisions", "改訂", "ある公表とその次の公表とで値が違う観測値", Columns, ReadAsync)
    {
        Key = ["metric", "part", "area_code", "month", "release_to"],
        Parameters = ExtractParameter.Filters,
    };

    private static async IAsyncEnumerable<RevisionRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = await db.StandingAt(query.Snapshot)
            .Matching(query.Filter)
            .OrderBy(t => t.FiscalYear).ThenBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenBy(t => t.Precedence)
            .Select(t => new { t.Id, t.ReleaseId, t.FiscalYear, t.MetricId, t.Metric.Key, t.Metric.Name, Span = new TableSpan(t.Id, t.FirstMonth, t.EndMonth) })
            .ToListAsync(cancellationToken);
        await using var reader = await ChangeReader.OpenAsync(db, query.Filter, cancellationToken);
        foreach (var chain in tables.GroupBy(t => (t.FiscalYear, t.MetricId), (_, chain) => chain.ToList()))
        {
            for (var i = 1; i < chain.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var after = chain[i];
                // A month is compared with the latest earlier table that covers it.
                var spans = chain.Take(i).Reverse().Select(t => t.Span).ToList();
                var current = chain.Take(i)
                    .Where(b => spans.TakeWhile(s => s != b.Span).All(s => s.FirstMonth > b.Span.FirstMonth || s.EndMonth < b.Span.EndMonth));
                foreach (var before in current)
                {
                    foreach (var (part, area, month, from, to) in reader.Read(before.Id, after.Id))
                    {
                        var isCovered = after.Span.FirstMonth <= month.Number
                            && month.Number <= after.Span.EndMonth
                            && TableSpan.Current(spans, month.Number) == before.Span;
                        if (!isCovered || !query.Filter.Includes(part) || !query.Filter.Includes(area) || !query.Filter.Includes(month)) continue;
                        yield return new RevisionRow(after.Key, after.Name, part, area, month, before.ReleaseId, after.ReleaseId, from, to);
                    }
                }
            }
        }
    }
}
