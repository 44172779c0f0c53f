using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>Reads every value that each cell ever had. Memory holds the changes of one metric and fiscal year at a time.</summary>
internal static class VintageReader
{
    /// <summary>The vintages by fiscal year, metric in catalogue order, part, area, month and release.</summary>
    public static IAsyncEnumerable<Vintage> ReadAsync(YorozuDbContext db, DatasetQuery query, CancellationToken cancellationToken) =>
        ReadAsync(db, query, kept: null, cancellationToken);

    /// <summary>The same, which keeps the revisions that it comes by.</summary>
    public static async IAsyncEnumerable<Vintage> ReadAsync(
        YorozuDbContext db, DatasetQuery query, KeptRevisions? kept, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await ChangeReader.OpenAsync(db, query, cancellationToken);
        var changes = new List<Change>();
        var order = new List<long>();
        foreach (var tables in await db.ReleasedTablesAsync(query, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // The revisions are of every release, also of one that was never current.
            var hasHidden = tables.Exists(table => tables.Exists(other => Hides(other, table)));
            if (kept is not null && hasHidden)
            {
                reader.Read(tables, (_, _) => true, changes);
                kept.Add(changes);
            }

            reader.Read(tables, (table, month) => !hasHidden || !IsHidden(table, month, tables), changes);
            if (!hasHidden) kept?.Add(changes);

            // By cell, then as they came: the releases of a cell stay in order.
            order.Clear();
            for (var i = 0; i < changes.Count; i++) order.Add(((long)changes[i].Cell << 32) | (uint)i);
            order.Sort();
            foreach (var place in order)
            {
                var change = changes[(int)place];
                yield return new Vintage(change.Table.MetricKey, change.Part, change.Area, change.Month, change.Table.Release, change.To);
            }
        }

        kept?.Complete();
    }

    /// <summary>True when another table took precedence over a month before this one was published: it was never current for it.</summary>
    private static bool IsHidden(ReleasedTable table, int month, List<ReleasedTable> tables) =>
        tables.Exists(other => Hides(other, table) && other.Covers(month));

    private static bool Hides(ReleasedTable other, ReleasedTable table) =>
        other.Precedence > table.Precedence && other.Release.PublishedOn < table.Release.PublishedOn;
}
