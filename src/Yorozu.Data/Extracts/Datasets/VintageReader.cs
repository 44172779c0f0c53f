using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>Reads every value that each cell ever had. Memory holds the changes of one metric and fiscal year at a time.</summary>
internal sealed class VintageReader : IAsyncDisposable
{
    // Compared within SQLite, so that only differences are read. Without a table before, every figure is one; a cell that the
    // later table no longer has ends.
    private const string Differences =
        """
        SELECT a.part, a.area_id, a.month, a.value FROM observations AS a
        LEFT JOIN observations AS b ON b.table_id = @before AND b.part = a.part AND b.area_id = a.area_id AND b.month = a.month
        WHERE a.table_id = @after AND a.area_id BETWEEN @first AND @last AND a.month BETWEEN @from AND @to AND a.value IS NOT b.value
        UNION ALL
        SELECT b.part, b.area_id, b.month, NULL FROM observations AS b
        WHERE b.table_id = @before AND b.area_id BETWEEN @first AND @last AND b.month BETWEEN @from AND @to AND b.value IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM observations AS a WHERE a.table_id = @after AND a.part = b.part AND a.area_id = b.area_id AND a.month = b.month)
        """;

    // One comparer needs half the memory of three keys.
    private static readonly Comparer<Vintage> ByCell = Comparer<Vintage>.Create((one, other) =>
    {
        var part = string.CompareOrdinal(one.Part, other.Part);
        return part != 0 ? part : (one.Area.Number, one.Month.Number).CompareTo((other.Area.Number, other.Month.Number));
    });

    private readonly DbCommand _differences;

    private VintageReader(DbCommand differences) => _differences = differences;

    /// <summary>The vintages by fiscal year, metric in catalogue order, part, area, month and release.</summary>
    public static async IAsyncEnumerable<Vintage> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = await db.StandingAt(query.Snapshot)
            .Matching(query.Filter)
            .OrderBy(t => t.FiscalYear).ThenBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenBy(t => t.Precedence)
            .Select(t => new VintageTable(
                t.FiscalYear,
                t.Metric.Key,
                t.Precedence,
                new VintageRelease(t.ReleaseId, t.Release.PublishedOn),
                new TableSpan(t.Id, t.FirstMonth, t.EndMonth)))
            .ToListAsync(cancellationToken);
        var differences = await db.PrepareAsync(Differences, query.Filter, ["@before", "@after", "@from", "@to"], cancellationToken);
        await using var reader = new VintageReader(differences);
        foreach (var chain in tables.GroupBy(t => (t.FiscalYear, t.MetricKey), (_, chain) => chain.ToList()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vintages = chain.SelectMany((after, i) => reader.Read(after, i, chain))
                .Where(v => query.Filter.Includes(v.Part) && query.Filter.Includes(v.Area) && query.Filter.Includes(v.Month));
            // Stable: the releases of a cell stay in order.
            foreach (var vintage in vintages.Order(ByCell)) yield return vintage;
        }
    }

    public ValueTask DisposeAsync() => _differences.DisposeAsync();

    /// <summary>Compares each month of a table with the latest earlier one that covers it and was current for it.</summary>
    private IEnumerable<Vintage> Read(VintageTable after, int place, List<VintageTable> chain)
    {
        var befores = Months(after.Span)
            .Where(month => !IsHidden(after, month, chain))
            .GroupBy(month => chain.Take(place).LastOrDefault(t => t.Covers(month) && !IsHidden(t, month, chain))?.Span.TableId ?? 0);
        foreach (var before in befores)
        {
            var months = before.ToHashSet();
            foreach (var vintage in Differing(before.Key, after, months.Min(), months.Max()).Where(v => months.Contains(v.Month.Number))) yield return vintage;
        }
    }

    /// <summary>True when another table took precedence over a month before this one was published: it was never current for it.</summary>
    private static bool IsHidden(VintageTable table, int month, List<VintageTable> chain) => chain.Exists(other =>
        other.Precedence > table.Precedence && other.Release.PublishedOn < table.Release.PublishedOn && other.Covers(month));

    private IEnumerable<Vintage> Differing(int before, VintageTable after, int from, int to)
    {
        _differences.Parameters["@before"].Value = before;
        _differences.Parameters["@after"].Value = after.Span.TableId;
        _differences.Parameters["@from"].Value = from;
        _differences.Parameters["@to"].Value = to;
        using var reader = _differences.ExecuteReader();
        while (reader.Read())
        {
            yield return new Vintage(
                after.MetricKey,
                reader.GetString(0),
                Area.FromNumber(reader.GetInt32(1)),
                YearMonth.FromNumber(reader.GetInt32(2)),
                after.Release,
                reader.Count(3));
        }
    }

    private static IEnumerable<int> Months(TableSpan span) => YearMonth.FromNumber(span.FirstMonth).FiscalYear.Months
        .Select(m => m.Number)
        .Where(m => m >= span.FirstMonth && m <= span.EndMonth);

    private sealed record VintageTable(int FiscalYear, string MetricKey, long Precedence, VintageRelease Release, TableSpan Span)
    {
        public bool Covers(int month) => Span.FirstMonth <= month && month <= Span.EndMonth;
    }
}
