using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>
/// Figures that a later release prints differently. Worked out from the standing releases, not from what was found when
/// they were imported: after a withdrawal, or an older month that came late, those are other pairs.
/// </summary>
internal static class RevisionRows
{
    public static TableExtract Extract { get; } = new(
        "revisions",
        "改訂",
        "ある公表とその次の公表とで値が違う観測値",
        [
            new("metric", "指標キー", ColumnType.Text, "metrics.csv の key") { Required = true },
            new("metric_name", "指標", ColumnType.Text, "指標の名称") { Required = true },
            new("part", "内訳", ColumnType.Text, "内訳の名称。なければ空"),
            new("area_code", "地域コード", ColumnType.Text, "prefectures.csv の code") { Required = true },
            new("area", "地域", ColumnType.Text, "地域の名称") { Required = true },
            new("month", "年月", ColumnType.Month, "値の月（YYYY-MM）") { Required = true },
            new("release_from", "改訂前の公表番号", ColumnType.Count, "releases.csv の release") { Required = true },
            new("release_to", "改訂後の公表番号", ColumnType.Count, "releases.csv の release") { Required = true },
            new("value_from", "改訂前の値", ColumnType.Count, "改訂前に公表された値") { Required = true },
            new("value_to", "改訂後の値", ColumnType.Count, "改訂後の値。空は未公表に変わったもの"),
            new("difference", "差", ColumnType.Count, "改訂後 − 改訂前"),
        ],
        ["metric", "part", "area_code", "month", "release_to"],
        ExtractParameter.Filters,
        ReadAsync);

    private static async IAsyncEnumerable<object?[]> ReadAsync(YorozuDbContext db, TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chains = await db.StandingAt(query.View.Version)
            .Matching(query.Filter)
            .OrderBy(t => t.FiscalYear).ThenBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenBy(t => t.Precedence)
            .Select(t => new { t.Id, t.ReleaseId, t.FiscalYear, t.MetricId, t.Metric.Key, t.Metric.Name, t.FirstMonth, t.EndMonth })
            .ToListAsync(cancellationToken);
        foreach (var chain in chains.GroupBy(t => (t.FiscalYear, t.MetricId)))
        {
            // Each table is read once and compared, in the months it speaks about, with what had been said before it.
            var before = new SortedDictionary<(string Part, int Area, int Month), (long? Value, int Release)>(
                Comparer<(string Part, int Area, int Month)>.Create((a, b) => string.CompareOrdinal(a.Part, b.Part) is not 0 and var part ? part : (a.Area, a.Month).CompareTo((b.Area, b.Month))));
            foreach (var table in chain)
            {
                var cells = await db.Observations.Where(o => o.TableId == table.Id).ToDictionaryAsync(o => (o.Part, o.Area, o.Month), o => o.Value, cancellationToken);
                foreach (var (cell, (from, earlier)) in before.Where(c => table.FirstMonth <= c.Key.Month && c.Key.Month <= table.EndMonth).ToList())
                {
                    var to = cells.GetValueOrDefault(cell);
                    var (area, month) = (Area.FromNumber(cell.Area), YearMonth.FromNumber(cell.Month));
                    before.Remove(cell);
                    if (from is null || from == to || !query.Filter.Includes(area) || !query.Filter.Includes(month)) continue;
                    yield return [table.Key, table.Name, cell.Part, area.Code, area.Name, month.ToString(), (long)earlier, (long)table.ReleaseId, from, to, to - from];
                }

                foreach (var (cell, value) in cells) before[cell] = (value, table.ReleaseId);
            }
        }
    }
}
