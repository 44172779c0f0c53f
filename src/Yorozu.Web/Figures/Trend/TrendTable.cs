using System.Globalization;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>
/// Twelve months of some series side by side: the table under a trend chart, from which the chart is drawn.
/// </summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Unit">件, 者, 人 or %.</param>
/// <param name="Columns">What is drawn, and how.</param>
public sealed record TrendTable(string Caption, string Unit, IReadOnlyList<TrendColumn> Columns)
{
    /// <summary>Any year will do: only the names of the months are taken from it.</summary>
    public static IReadOnlyList<string> MonthNames => [.. new FiscalYear(2021).Months.Select(m => m.MonthName())];

    /// <summary>The figures are changes: they are written with their sign.</summary>
    public bool IsChange { get; init; }

    public string Text(double? value) => value switch
    {
        null => Words.NotPublished,
        { } change when IsChange => Words.PercentChange(change / 100),
        { } ratio when Unit == "%" => ratio.ToString("0.0", CultureInfo.InvariantCulture) + "%",
        { } count when count % 1 == 0 => Words.Count((long)count),
        { } mean => Words.Mean(mean),
    };
}

/// <summary>One column of a <see cref="TrendTable"/>: twelve values, April to March; null is a gap.</summary>
public sealed record TrendColumn(string Name, TrendColumnKind Kind, IReadOnlyList<double?> Values)
{
    public static TrendColumn Of(string name, TrendColumnKind kind, IReadOnlyList<long?>? counts) =>
        new(name, kind, [.. (counts ?? new long?[12]).Select(c => (double?)c)]);
}

/// <summary>How a column is drawn.</summary>
public enum TrendColumnKind
{
    /// <summary>Bars of the chosen series.</summary>
    Bar,

    /// <summary>Bars that stand on each other: the parts of a whole.</summary>
    Stack,

    /// <summary>The running total, on its own axis.</summary>
    Cumulative,

    /// <summary>A thin grey line to compare with.</summary>
    Other,

    /// <summary>A line among equals.</summary>
    Line,

    /// <summary>A mark across one month: an end of the range its figure may still move in.</summary>
    Band,
}
