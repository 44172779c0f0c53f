using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>Reads the observations of the given tables in the order of the extracts.</summary>
public sealed class ObservationReader(YorozuDbContext db)
{
    public async IAsyncEnumerable<ObservationRow> ReadAsync(
        IEnumerable<ObservationTable> tables, ObservationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var cells = await CellReader.OpenAsync(db, filter, cancellationToken);
        foreach (var table in tables)
        {
            foreach (var part in table.Parts.Where(filter.Includes))
            {
                var isTotal = MetricPart.IsTotal(part);
                var published = cells.ReadTotals(table.Id, part);
                var total = new RowTotal(new FiscalYear(table.FiscalYear));
                foreach (var (area, month, value, source) in Read(cells, table, part))
                {
                    var cumulative = total.Add(area, month, value);
                    if (!filter.Includes(area) || !filter.Includes(month)) continue;
                    yield return new ObservationRow(
                        source, part, area, month, value, cumulative, month.Number == table.LastMonth ? published[area.Number] : null, isTotal);
                }
            }
        }
    }

    /// <summary>The cells of a part in order, each from the latest table that covers its month.</summary>
    private static IEnumerable<(Area Area, YearMonth Month, long? Value, ObservationTable Source)> Read(CellReader cells, ObservationTable table, string part)
    {
        if (table.Earlier.Count == 0) return cells.Read(table.Id, part).Select(c => (c.Area, c.Month, c.Value, table));
        List<ObservationTable> tables = [.. table.WithEarlier];
        List<TableSpan> spans = [.. tables.Select(t => t.Span)];
        // The row keeps the latest table, so that it stays one series; only the release differs.
        return tables
            .SelectMany(source => cells.Read(source.Id, part)
                .Where(c => TableSpan.Current(spans, c.Month.Number)?.TableId == source.Id)
                .Select(c => (c.Area, c.Month, c.Value, table with { ReleaseId = source.ReleaseId })))
            .OrderBy(c => c.Area).ThenBy(c => c.Month);
    }
}

/// <summary>The running total of each row of a table.</summary>
internal struct RowTotal(FiscalYear year)
{
    private Area? _area;
    private YearMonth _next;
    private long? _sum;

    /// <summary>The total from April to this month, or null when a month in between is missing.</summary>
    public long? Add(Area area, YearMonth month, long? value)
    {
        if (area != _area) (_area, _next, _sum) = (area, year.FirstMonth, 0);
        _sum = month == _next ? _sum + value : null;
        _next = _next.AddMonths(1);
        return _sum;
    }
}
