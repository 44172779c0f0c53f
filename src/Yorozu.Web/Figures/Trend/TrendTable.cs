using System.Globalization;
using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>
/// Twelve months of some series side by side: the table under a trend chart, from which the chart is drawn.
/// </summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Unit">件, 者, 人 or %.</param>
/// <param name="Columns">The drawn series.</param>
public sealed record TrendTable(string Caption, string Unit, IReadOnlyList<TrendColumn> Columns) : IFigureTable
{
    /// <summary>Any year: only the month names are used.</summary>
    private static IEnumerable<string> MonthNames => [.. new FiscalYear(2021).Months.Select(m => m.MonthName())];

    /// <summary>True when the figures are changes, written with a sign.</summary>
    public bool IsChange { get; init; }

    /// <summary>The first series has no figure at all.</summary>
    public bool IsEmpty => Columns[0].Values.All(v => v is null);

    private bool IsPercent => Unit == "%";

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [text["月"], .. Columns.Select(c => IsPercent ? FigureData.Percent(c.Name) : c.Name)],
        MonthNames.Select((month, i) => (IReadOnlyList<FigureCell>)[FigureCell.Of(month), .. Columns.Select(c => Cell(c.Values[i]))]));

    /// <summary>The months, with a cell for each column.</summary>
    public IEnumerable<TrendRow> Rows(IStringLocalizer<UiText> text) => MonthNames.Select((month, i) => new TrendRow(
        month,
        [.. Columns.Select(c => new TrendCell(
            c.Values[i] is null ? "number missing" : "number",
            c.Values[i]?.ToString(CultureInfo.InvariantCulture),
            Text(c, i, text)))]));

    // The text of a cell, or why there is no figure.
    private string Text(TrendColumn column, int month, IStringLocalizer<UiText> text) => column.Values[month] switch
    {
        null when column.Kind == TrendColumnKind.Band => "",
        null when column.IsPublished(month) => text["比べる値が未公表"],
        null => Words.NotPublished,
        { } change when IsChange => Words.PercentChange(change / 100),
        { } ratio when IsPercent => ratio.ToString("0.0", CultureInfo.InvariantCulture) + "%",
        { } count when count % 1 == 0 => Words.Count((long)count),
        { } mean => Words.Mean(mean),
    };

    private FigureCell Cell(double? value) => !IsPercent && value % 1 == 0 ? FigureCell.Of((long?)value) : FigureCell.OneDecimal(value);
}

/// <summary>A month of a trend.</summary>
public sealed record TrendRow(string Month, IReadOnlyList<TrendCell> Cells);

/// <summary>A cell of a trend; its value is what the chart draws.</summary>
public sealed record TrendCell(string CssClass, string? Value, string Text);

/// <summary>One column of a <see cref="TrendTable"/>: twelve values, April to March; null is a gap.</summary>
public sealed record TrendColumn(string Name, TrendColumnKind Kind, IReadOnlyList<double?> Values)
{
    /// <summary>The counts from which the ratios are computed; null when the values are counts.</summary>
    public IReadOnlyList<long?>? Counts { get; init; }

    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The index of the colour; null for the next one.</summary>
    public int? Color { get; init; }

    /// <summary>True when the month has a count, even when the comparison is missing.</summary>
    public bool IsPublished(int month) => Counts?[month] is not null;

    public static TrendColumn Of(string name, TrendColumnKind kind, IReadOnlyList<long?>? counts) =>
        new(name, kind, [.. (counts ?? new long?[12]).Select(c => (double?)c)]);
}

/// <summary>How a column is drawn.</summary>
public enum TrendColumnKind
{
    /// <summary>Bars of the chosen series.</summary>
    Bar,

    /// <summary>Stacked bars: the parts of a whole.</summary>
    Stack,

    /// <summary>The running total, on its own axis.</summary>
    Cumulative,

    /// <summary>A thin grey line to compare with.</summary>
    Other,

    /// <summary>One of several equal lines.</summary>
    Line,

    /// <summary>A mark on one month: a limit of the range in which its figure may still change.</summary>
    Band,
}
