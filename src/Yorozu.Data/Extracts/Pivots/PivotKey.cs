using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>What a row, a column or a whole table is of; null where the other two say it.</summary>
public sealed record PivotKey
{
    public Metric? Metric { get; init; }

    public PivotPlace? Place { get; init; }

    public PivotPeriod? Period { get; init; }

    /// <summary>The printed name of a part, empty for a metric without parts; null too for the whole of a metric.</summary>
    public string? Part { get; init; }

    /// <summary>What is said here, and otherwise there.</summary>
    public PivotKey Or(PivotKey other) => new()
    {
        Metric = Metric ?? other.Metric,
        Place = Place ?? other.Place,
        Period = Period ?? other.Period,
        Part = Part ?? other.Part,
    };
}

/// <summary>A prefecture or the nation with its own row, or a region: the sum of its prefectures.</summary>
/// <param name="Area">The nation for a region, which has no area of its own.</param>
/// <param name="Region">Null for an area.</param>
public sealed record PivotPlace(Area Area, Region? Region = null)
{
    /// <summary>The rows that add up to it.</summary>
    public IReadOnlyList<Area> Areas => Region is { } region ? [.. Prefecture.All.Where(p => p.Region == region).Select(Area.Of)] : [Area];

    public string Code => Region?.Code() ?? Area.Code;

    public string Name => Region?.JapaneseName() ?? Area.Name;

    public string EnglishName => Region?.EnglishName() ?? SharedColumns.EnglishOf(Area);
}

/// <summary>A fiscal year up to a month, or that month alone.</summary>
/// <param name="Last">The month where the figure stands: its own, or the last one of a running total.</param>
/// <param name="IsMonth">True for a month as a row or column, and for the figure of a month.</param>
/// <param name="IsComplete">True when all months of the year can have a figure.</param>
public sealed record PivotPeriod(FiscalYear Year, YearMonth Last, bool IsMonth, bool IsComplete)
{
    public PivotField Field => IsMonth ? PivotField.Month : PivotField.FiscalYear;

    public override string ToString() => IsMonth ? Last.ToString() : Year.ToString();
}

/// <summary>A row of a pivot.</summary>
/// <param name="Key">What the row is of, with what the whole table is of.</param>
/// <param name="Values">By column; null for what is not published.</param>
public sealed record PivotRow(PivotKey Key, long?[] Values);
