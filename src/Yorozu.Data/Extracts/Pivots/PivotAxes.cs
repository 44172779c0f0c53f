using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>What a pivot shows in each dimension: all that is chosen where it is rows or columns, one of it otherwise.</summary>
internal sealed class PivotAxes
{
    private readonly PivotLayout _layout;
    private readonly ObservationFilter _filter;

    public PivotAxes(IReadOnlyList<ObservationTable> tables, PivotLayout layout, ObservationFilter filter)
    {
        (_layout, _filter) = (layout, filter);
        var withPart = tables.Where(t => !HasChosenParts || t.WithEarlier.Any(s => PartsOf(s).Count > 0)).ToList();
        Periods = PeriodsOf(withPart);
        var years = Periods.Select(p => p.Year.StartYear).ToHashSet();
        Tables = [.. withPart.Where(t => years.Contains(t.FiscalYear))];
        Places = PlacesOf();
        // Stable: metrics that the catalogue does not know stay in order.
        Metrics = [.. Tables.GroupBy(t => t.MetricKey, (_, of) => MetricOf([.. of])).OrderBy(m => m.Order)];
        Parts = layout.Has(PivotDimension.Part)
            ? [.. Tables.SelectMany(t => t.WithEarlier).SelectMany(PartsOf).Distinct().OrderBy(MetricPart.IsTotal).ThenBy(p => p, StringComparer.Ordinal)]
            : [filter.Parts.Count == 1 ? filter.Parts[0] : null];
    }

    /// <summary>The tables with figures of the pivot.</summary>
    public IReadOnlyList<ObservationTable> Tables { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public IReadOnlyList<PivotPlace> Places { get; }

    public IReadOnlyList<PivotPeriod> Periods { get; }

    /// <summary>The printed names; one null for the whole of each metric.</summary>
    public IReadOnlyList<string?> Parts { get; }

    /// <summary>What of the metrics, years and parts the documents print; as <see cref="PivotTable.Printed"/>.</summary>
    public IEnumerable<(string Metric, FiscalYear Year, string? Part)> Printed =>
        from table in Tables
        from part in table.WithEarlier.SelectMany(PartsOf)
        select (table.MetricKey, new FiscalYear(table.FiscalYear), HasChosenParts ? part : null);

    private bool HasChosenParts => _layout.Has(PivotDimension.Part) || _filter.Parts.Count > 0;

    /// <summary>The members of a dimension.</summary>
    public IReadOnlyList<PivotKey> Of(PivotDimension dimension) => dimension switch
    {
        PivotDimension.Metric => [.. Metrics.Select(m => new PivotKey { Metric = m })],
        PivotDimension.Place => [.. Places.Select(p => new PivotKey { Place = p })],
        PivotDimension.Period => [.. Periods.Select(p => new PivotKey { Period = p })],
        PivotDimension.Part => [.. Parts.Select(p => new PivotKey { Part = p })],
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
    };

    /// <summary>The parts that are shown of the months that a table itself has: as chosen, or the whole; none where nothing printed is the whole.</summary>
    public IReadOnlyList<string> PartsOf(ObservationTable table)
    {
        if (HasChosenParts) return [.. table.PartNames.Where(_filter.Includes)];
        return WholeOf(table.PartNames) is { } whole ? [whole] : [];
    }

    /// <summary>The total as published, not a sum: nothing else says that the parts add up.</summary>
    private static string? WholeOf(IEnumerable<string> parts)
    {
        var printed = parts.Order(StringComparer.Ordinal).ToList();
        return printed.Find(MetricPart.IsTotal) ?? printed.Find(p => p.Length == 0);
    }

    private static Metric MetricOf(List<ObservationTable> tables)
    {
        var last = tables[^1];
        var metric = MetricCatalogue.Default.Find(last.MetricKey) ?? new Metric(last.MetricKey, last.Section, last.MetricName, last.Unit);
        return metric.In(string.Join('、', tables.Select(t => t.Unit).Distinct())) with { Section = last.Section, Name = last.MetricName };
    }

    private static PivotPlace PlaceOf(Region region) => new(Area.Nation, region);

    private IReadOnlyList<PivotPlace> PlacesOf()
    {
        if (_layout.Has(PivotField.Area)) return [.. Area.All.Where(_filter.Includes).Select(a => new PivotPlace(a))];
        if (_layout.Has(PivotField.Region))
        {
            return
            [
                .. _filter.Includes(Area.Nation) ? [new PivotPlace(Area.Nation)] : Array.Empty<PivotPlace>(),
                .. Enum.GetValues<Region>().Where(_filter.IncludesAll).Select(PlaceOf),
            ];
        }

        if (_filter.Regions.Count == 1) return [PlaceOf(_filter.Regions[0])];
        return [new PivotPlace(_filter.AreasOutsideRegions.FirstOrDefault(_filter.Includes))];
    }

    private List<PivotPeriod> PeriodsOf(List<ObservationTable> tables)
    {
        var years = tables.GroupBy(t => t.FiscalYear, (year, of) => MonthsOf(new FiscalYear(year), [.. of]))
            .Where(months => months.Count > 0)
            .OrderBy(months => months[0])
            .ToList();
        if (_layout.Has(PivotField.Month)) return [.. years.SelectMany(months => months.Select(m => new PivotPeriod(m.FiscalYear, m, true, false)))];
        var totals = years.ConvertAll(TotalOf);
        if (_layout.Has(PivotField.FiscalYear) || totals.Count == 0) return totals;
        return [_layout.Measure == PivotMeasure.FiscalYear ? totals.FindLast(t => t.IsComplete) ?? totals[^1] : totals[^1]];
    }

    private PivotPeriod TotalOf(List<YearMonth> months)
    {
        var year = months[0].FiscalYear;
        var last = _layout.Measure == PivotMeasure.FiscalYear ? year.LastMonth : months[^1];
        return new PivotPeriod(year, last, _layout.Measure == PivotMeasure.Month, months[^1] == year.LastMonth);
    }

    /// <summary>The chosen months of a year from the first with a column to the last with a figure.</summary>
    private List<YearMonth> MonthsOf(FiscalYear year, List<ObservationTable> tables)
    {
        var all = tables.SelectMany(t => t.WithEarlier).ToList();
        var (first, last) = (YearMonth.FromNumber(all.Min(t => t.Span.FirstMonth)), YearMonth.FromNumber(all.Max(t => t.LastMonth)));
        return [.. year.Months.Where(m => m >= first && m <= last && _filter.Includes(m))];
    }
}
