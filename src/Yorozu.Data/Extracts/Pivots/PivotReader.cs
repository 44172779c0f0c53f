using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>Fills a pivot in one pass over the observations. Memory holds only its cells.</summary>
public sealed class PivotReader
{
    private readonly PivotLayout _layout;
    private readonly PivotAxes _axes;
    private readonly IReadOnlyList<PivotKey> _rows;
    private readonly IReadOnlyList<PivotKey> _columns;
    private readonly Cell[] _cells;
    // By the release too that a row says it is from: what was the whole of the months before may be a part now.
    private readonly Dictionary<(int Table, int Release), IReadOnlyList<string>> _shown;
    private readonly Dictionary<string, int> _metrics;
    private readonly int[] _places = new int[Area.All.Count];
    private readonly Dictionary<YearMonth, int> _periods;
    private readonly Dictionary<string, int> _parts;
    private readonly Dictionary<PivotPlace, int> _areaCounts;

    private PivotReader(PivotAxes axes, PivotLayout layout)
    {
        (_axes, _layout) = (axes, layout);
        (_rows, _columns) = (axes.Of(layout.Rows.Dimension()), axes.Of(layout.Columns.Dimension()));
        PivotTooLargeException.ThrowIfTooLarge(_rows.Count, _columns.Count);
        _cells = new Cell[_rows.Count * _columns.Count];
        _shown = axes.Tables
            .SelectMany(t => t.WithEarlier, (t, source) => (Key: (t.Id, source.ReleaseId), Parts: axes.PartsOf(source)))
            .ToDictionary(s => s.Key, s => s.Parts);
        _metrics = axes.Metrics.Index().ToDictionary(m => m.Item.Key, m => m.Index);
        _periods = axes.Periods.Index().ToDictionary(p => p.Item.Last, p => p.Index);
        _parts = layout.Has(PivotDimension.Part) ? axes.Parts.Index().ToDictionary(p => p.Item!, p => p.Index) : [];
        _areaCounts = axes.Places.ToDictionary(p => p, p => p.Areas.Count);
        foreach (var (index, place) in axes.Places.Index())
        {
            foreach (var area in place.Areas) _places[area.Number] = index;
        }
    }

    /// <summary>The pivot of a request without <see cref="ExtractRequest.Refusals"/>.</summary>
    /// <exception cref="PivotTooLargeException">It would have too many cells.</exception>
    public static async Task<PivotTable> ReadAsync(YorozuDbContext db, Snapshot snapshot, ExtractRequest request, CancellationToken cancellationToken)
    {
        var (filter, layout) = (request.Filter, request.Format.Pivot);
        var tables = await db.ObservationTablesAsync(snapshot, filter, cancellationToken);
        var reader = new PivotReader(new PivotAxes(tables, layout, filter), layout);
        await reader.FillAsync(db, cancellationToken);
        return reader.ToTable();
    }

    private async Task FillAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        if (_cells.Length == 0) return;
        var areas = _axes.Places.SelectMany(p => p.Areas).Order().ToList();
        var filter = new ObservationFilter
        {
            Areas = areas.Count == Area.All.Count ? [] : areas,
            From = _axes.Periods.Min(p => p.Last),
            To = _axes.Periods.Max(p => p.Last),
            Parts = [.. _shown.Values.SelectMany(p => p).Distinct()],
        };
        await foreach (var row in new ObservationReader(db).ReadAsync(_axes.Tables.Where(IsShown), filter, cancellationToken)) Add(row);
    }

    private void Add(ObservationRow row)
    {
        if (!_periods.TryGetValue(row.Month, out var period) || !_shown[(row.Table.Id, row.Table.ReleaseId)].Contains(row.Part)) return;
        var cell = (IndexIn(_layout.Rows) * _columns.Count) + IndexIn(_layout.Columns);
        _cells[cell].Add(_layout.Measure == PivotMeasure.Month ? row.Value : row.Cumulative);

        int IndexIn(PivotField field) => field.Dimension() switch
        {
            PivotDimension.Metric => _metrics[row.Table.MetricKey],
            PivotDimension.Place => _places[row.Area.Number],
            PivotDimension.Period => period,
            PivotDimension.Part => _parts[row.Part],
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };
    }

    private PivotTable ToTable()
    {
        var single = Enum.GetValues<PivotDimension>().Where(d => !_layout.Has(d)).SelectMany(_axes.Of).Aggregate(new PivotKey(), (all, one) => all.Or(one));
        var isOfMonths = _layout.Measure != PivotMeasure.Month;
        // Rows without a cell say nothing.
        var rows = _cells.Length == 0 ? [] : _rows.Select((row, i) => new PivotRow(row.Or(single), Values(row, i)));
        return new PivotTable(_layout, single, _columns, [.. rows])
        {
            Printed = _axes.Printed.ToHashSet(),
            WithoutPublishedTotal = [.. _axes.Metrics.Where(m => isOfMonths && TablesOf(m.Key).All(t => !t.HasCumulative))],
            WithoutWhole = [.. _axes.Metrics.Where(m => !TablesOf(m.Key).Any(IsShown))],
        };
    }

    private bool IsShown(ObservationTable table) => table.WithEarlier.Any(s => _shown[(table.Id, s.ReleaseId)].Count > 0);

    private IEnumerable<ObservationTable> TablesOf(string metric) => _axes.Tables.Where(t => t.MetricKey == metric);

    private long?[] Values(PivotKey row, int index)
    {
        var values = new long?[_columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var place = row.Place ?? _columns[i].Place ?? _axes.Places[0];
            values[i] = _cells[(index * _columns.Count) + i].Of(_areaCounts[place]);
        }

        return values;
    }

    /// <summary>The sum of the published figures of a cell.</summary>
    private struct Cell
    {
        private long _sum;
        private int _count;

        public void Add(long? value)
        {
            if (value is not { } count) return;
            _sum += count;
            _count++;
        }

        /// <summary>The sum; null where one of its figures is not published, for it would be too small.</summary>
        public readonly long? Of(int figures) => _count == figures ? _sum : null;
    }
}
