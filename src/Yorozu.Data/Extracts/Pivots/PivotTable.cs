using System.Collections.Immutable;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>
/// Figures by two dimensions. What a cell adds up are months of a fiscal year and prefectures of a region, never metrics, parts or years.
/// </summary>
/// <param name="Fixed">What every cell is of.</param>
/// <param name="Columns">What each column is of.</param>
public sealed record PivotTable(PivotLayout Layout, PivotKey Fixed, IReadOnlyList<PivotKey> Columns, IReadOnlyList<PivotRow> Rows)
{
    /// <summary>The metrics whose documents print no 累計値 to compare a total of months with.</summary>
    public IReadOnlyList<Metric> WithoutPublishedTotal { get; init; } = [];

    /// <summary>The metrics with parts of which the documents print no total: nothing says that they add up.</summary>
    public IReadOnlyList<Metric> WithoutWhole { get; init; } = [];

    /// <summary>The metrics, years and parts with a printed table; the part is null for the whole of a metric.</summary>
    internal IReadOnlySet<(string Metric, FiscalYear Year, string? Part)> Printed { get; init; } = ImmutableHashSet<(string, FiscalYear, string?)>.Empty;

    /// <summary>True where the documents of the year print what a cell is of, so that it is empty only while not published.</summary>
    public bool IsPrinted(PivotKey row, PivotKey column)
    {
        var cell = row.Or(column);
        return Printed.Contains((cell.Metric!.Key, cell.Period!.Year, cell.Part));
    }

    /// <summary>The fields that name a row, its own first.</summary>
    public IReadOnlyList<PivotField> KeyFields =>
    [
        Layout.Rows,
        .. Fixed.Metric is null ? [] : new[] { PivotField.Metric },
        .. Fixed.Place is { } place ? [place.Region is null ? PivotField.Area : PivotField.Region] : Array.Empty<PivotField>(),
        .. Fixed.Period is { } period ? [period.Field] : Array.Empty<PivotField>(),
        .. Fixed.Part is null ? [] : new[] { PivotField.Part },
    ];
}
