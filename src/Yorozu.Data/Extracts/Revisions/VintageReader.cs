using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>Reads every value that each cell ever had. Memory holds the changes of one metric and fiscal year at a time.</summary>
internal static class VintageReader
{
    // One comparer needs half the memory of three keys.
    private static readonly Comparer<Vintage> ByCell = Comparer<Vintage>.Create((one, other) =>
    {
        var part = string.CompareOrdinal(one.Part, other.Part);
        return part != 0 ? part : (one.Area.Number, one.Month.Number).CompareTo((other.Area.Number, other.Month.Number));
    });

    /// <summary>The vintages by fiscal year, metric in catalogue order, part, area, month and release.</summary>
    public static async IAsyncEnumerable<Vintage> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await ChangeReader.OpenAsync(db, query, cancellationToken);
        foreach (var tables in await db.ReleasedTablesAsync(query, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vintages = reader.Read(tables, (table, month) => !IsHidden(table, month, tables))
                .Select(c => new Vintage(c.Table.MetricKey, c.Part, c.Area, c.Month, c.Table.Release, c.To));
            // Stable: the releases of a cell stay in order.
            foreach (var vintage in vintages.Order(ByCell)) yield return vintage;
        }
    }

    /// <summary>True when another table took precedence over a month before this one was published: it was never current for it.</summary>
    private static bool IsHidden(ReleasedTable table, int month, List<ReleasedTable> tables) => tables.Exists(other =>
        other.Precedence > table.Precedence && other.Release.PublishedOn < table.Release.PublishedOn && other.Covers(month));
}
