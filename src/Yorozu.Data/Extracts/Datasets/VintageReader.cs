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
    // Compared within SQLite, so that only differences are read. Without a table before, every figure is one.
    private const string Differences =
        """
        SELECT a.part, a.area_id, a.month, a.value FROM observations AS a
        LEFT JOIN observations AS b ON b.table_id = @before AND b.part = a.part AND b.area_id = a.area_id AND b.month = a.month
        WHERE a.table_id = @after AND a.area_id BETWEEN @first AND @last AND a.month BETWEEN @from AND @to AND a.value IS NOT b.value
        """;

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
            // A document published after one that takes precedence was never current.
            var current = chain.FindAll(t => !chain.Exists(other => other.Hides(t)));
            var vintages = current.SelectMany((after, i) => reader.Read(after, [.. current.Take(i).Reverse()]))
                .Where(v => query.Filter.Includes(v.Part) && query.Filter.Includes(v.Area) && query.Filter.Includes(v.Month));
            // Stable: the releases of a cell stay in order.
            foreach (var vintage in vintages.OrderBy(v => v.Part, StringComparer.Ordinal).ThenBy(v => v.Area).ThenBy(v => v.Month)) yield return vintage;
        }
    }

    public ValueTask DisposeAsync() => _differences.DisposeAsync();

    private IEnumerable<Vintage> Read(VintageTable after, List<VintageTable> latestFirst)
    {
        List<TableSpan> spans = latestFirst.ConvertAll(t => t.Span);
        // Each month is compared with the latest earlier table that covers it.
        var befores = Months(after.Span).GroupBy(month => TableSpan.Current(spans, month)?.TableId ?? 0);
        foreach (var before in befores)
        {
            var months = before.ToHashSet();
            foreach (var vintage in Differing(before.Key, after, months).Where(v => months.Contains(v.Month.Number))) yield return vintage;
        }
    }

    private IEnumerable<Vintage> Differing(int before, VintageTable after, HashSet<int> months)
    {
        _differences.Parameters["@before"].Value = before;
        _differences.Parameters["@after"].Value = after.Span.TableId;
        // Mostly the new month alone is read whole.
        _differences.Parameters["@from"].Value = months.Min();
        _differences.Parameters["@to"].Value = months.Max();
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
        /// <summary>True when it took precedence over all months of the other one before that was published.</summary>
        public bool Hides(VintageTable other) => Precedence > other.Precedence
            && Release.PublishedOn < other.Release.PublishedOn
            && Span.FirstMonth <= other.Span.FirstMonth && Span.EndMonth >= other.Span.EndMonth;
    }
}
