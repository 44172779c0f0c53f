using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>A cell whose figure in a table differs from that of the table before.</summary>
/// <param name="Cell">Puts the cells of a metric and fiscal year in order: by part, area and month.</param>
/// <param name="From">Null where it was not published.</param>
/// <param name="Before">The release of the table before; null for the first one.</param>
/// <param name="To">Null where it is no longer published.</param>
internal readonly record struct Change(
    int Cell, string Part, Area Area, YearMonth Month, long? From, VintageRelease? Before, long? To, ReleasedTable Table);

/// <summary>Finds how the cells of a metric and fiscal year change from table to table. Reads each table once.</summary>
internal sealed class ChangeReader : IAsyncDisposable
{
    private const int MonthsOfYear = 12;

    private readonly DatasetQuery _query;
    private readonly CellReader _cells;
    private readonly List<Area> _areas;
    private readonly long?[] _read = new long?[CellReader.GridLength];

    private ChangeReader(DatasetQuery query, CellReader cells) =>
        (_query, _cells, _areas) = (query, cells, [.. Area.All.Where(query.Filter.Includes)]);

    public static async Task<ChangeReader> OpenAsync(YorozuDbContext db, DatasetQuery query, CancellationToken cancellationToken) =>
        new(query, await CellReader.OpenAsync(db, query.Filter, cancellationToken));

    /// <summary>The changes by table, part, area and month. A month is compared with the latest earlier table that counts for it.</summary>
    /// <param name="tables">The tables of a metric and fiscal year, in the order of publication.</param>
    /// <param name="counts">False where a table was never current for one of its months.</param>
    /// <param name="changes">Gets the changes instead of what it has.</param>
    public void Read(List<ReleasedTable> tables, Func<ReleasedTable, int, bool> counts, List<Change> changes)
    {
        changes.Clear();
        var filter = _query.Filter;
        var months = new FiscalYear(tables[0].FiscalYear).Months.ToList();
        var parts = tables.SelectMany(t => t.Parts).Distinct().Where(filter.Includes).Order(StringComparer.Ordinal)
            .Select(p => (Name: p, Figures: new long?[_read.Length])).ToList();
        var before = new VintageRelease?[MonthsOfYear];
        foreach (var table in tables)
        {
            var columns = Enumerable.Range(0, MonthsOfYear)
                .Where(i => filter.Includes(months[i]) && table.Covers(months[i].Number) && counts(table, months[i].Number)).ToList();
            if (columns.Count == 0) continue;
            for (var index = 0; index < parts.Count; index++)
            {
                var (part, figures) = parts[index];
                if (table.Parts.Contains(part)) _cells.Read(table.Span, part, _read);
                else Array.Clear(_read);
                foreach (var area in _areas)
                {
                    foreach (var i in columns)
                    {
                        var place = (area.Number * MonthsOfYear) + i;
                        var (from, to) = (figures[place], _read[place]);
                        if (from == to) continue;
                        figures[place] = to;
                        changes.Add(new Change((index * _read.Length) + place, part, area, months[i], from, before[i], to, table));
                    }
                }
            }

            foreach (var i in columns) before[i] = table.Release;
        }
    }

    public ValueTask DisposeAsync() => _cells.DisposeAsync();
}
