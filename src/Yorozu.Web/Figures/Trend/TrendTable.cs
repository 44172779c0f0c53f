using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>Months or years of some series side by side: the table under a trend chart, from which the chart is drawn.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Metric">What the figures are of, or the shares, changes and ranks.</param>
/// <param name="Unit">件, 者, 人, %, 位 or ポイント.</param>
/// <param name="Columns">The drawn series.</param>
public sealed record TrendTable(string Caption, Metric Metric, string Unit, IReadOnlyList<TrendColumn> Columns) : IFigureTable, IFigureChart
{
    // More rows than two years have scroll inside their box.
    private const int ManyRows = 24;
    private const int LeastOfLine = 10;

    // More columns than these fill the width of the page.
    private const int FewColumns = 3;

    /// <summary>April to March, of any year.</summary>
    public static IReadOnlyList<ChartLabel> MonthsOfAYear => [.. new FiscalYear(2021).Months.Select(m => new ChartLabel(m.MonthName(), "", ""))];

    /// <summary>The rows; by default April to March.</summary>
    public IReadOnlyList<ChartLabel> Labels { get; init; } = MonthsOfAYear;

    /// <summary>The heading of the rows; null for months.</summary>
    public string? LabelHeading { get; init; }

    /// <summary>True for the figures of a ratio that this site computes; false for counts, and for shares, changes, indices and ranks of anything.</summary>
    public bool IsRatioItself { get; init; }

    /// <summary><c>true</c> where the axis may have fractions: counts have whole steps.</summary>
    public string? Fractions => IsRatioItself || IsChange ? "true" : null;

    /// <summary>False for a single month of a continuous axis: there is no line to draw.</summary>
    public bool IsDrawn => Labels.Count > 1 || Labels is [{ Year: "" }];

    /// <summary>Has the scripts draw the table; a data attribute without a value would be written all the same.</summary>
    public HtmlString? ChartAttribute => IsDrawn ? new("data-chart=\"trend\"") : null;

    public bool IsLong => Labels.Count > ManyRows;

    /// <summary>True where the table is as wide as its content, so that month and figure stay together.</summary>
    public bool IsNarrow => Columns.Count <= FewColumns;

    /// <summary>True when the figures are changes, written with a sign.</summary>
    public bool IsChange { get; init; }

    /// <summary>True when the figures are ranks, drawn with the first on top.</summary>
    public bool IsRank { get; init; }

    /// <summary>True for counts so small that lines between them would only jump: dots are drawn.</summary>
    public bool IsFew => !IsRank && !IsChange && Unit != "%" && !IsRatioItself
        && Columns.Where(c => c.IsDrawn).SelectMany(c => c.Values).Max() < LeastOfLine;

    /// <summary>How the chart draws its figures: null for usual counts and shares.</summary>
    public string? Scale => (IsRank, IsChange, IsFew) switch
    {
        (true, _, _) => "rank",
        (_, true, _) => "change",
        (_, _, true) => "few",
        _ => null,
    };

    public string Heading(IStringLocalizer<UiText> text) => LabelHeading ?? text["月"];

    /// <summary>The chart; null where the table has none, or nothing to draw.</summary>
    public IFigureChart? Chart => IsDrawn && Columns.Any(c => c.IsDrawn) ? this : null;

    public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text)
    {
        var rows = Rows(text).ToList();
        var drawn = Columns.Where(c => c.IsDrawn).ToList();
        var series = Columns.Select((c, i) =>
            new ChartSeries(c.Name, c.Label, c.Kind, c.Color ?? drawn.IndexOf(c), c.Values, [.. rows.Select(r => r.Cells[i].Text)]));
        return SeriesChart.Draw(canvas, new SeriesData(Labels, [.. series], Unit)
        {
            HasFractions = Unit == "%" || Fractions is not null,
            IsChange = IsChange,
            IsRank = IsRank,
            IsFew = IsFew,
        }, room);
    }

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [Heading(text), .. Columns.Select(c => Heading(c))],
        Labels.Select((label, i) => (IReadOnlyList<FigureCell>)[FigureCell.Of(label.Name), .. Columns.Select(c => Cell(c, c.Values[i]))]));

    /// <summary>The months or years, with a cell for each column.</summary>
    public IEnumerable<TrendRow> Rows(IStringLocalizer<UiText> text) => Labels.Select((label, i) => new TrendRow(
        label,
        [.. Columns.Select(c => new TrendCell(
            c.Values[i] is null ? "number missing" : "number",
            c.Values[i]?.ToString(CultureInfo.InvariantCulture),
            Text(c, i, text)))]));

    private string Heading(TrendColumn column)
    {
        if (IsChangeOf(column)) return FigureData.Change(column.Name, Metric);
        return Unit == "%" ? FigureData.Percent(column.Name) : column.Name;
    }

    private bool IsChangeOf(TrendColumn column) => IsChange || column.IsChange;

    private bool IsPercent(TrendColumn column) => IsChangeOf(column) || Unit == "%";

    // The text of a cell, or why there is no figure.
    private string Text(TrendColumn column, int row, IStringLocalizer<UiText> text) => column.Values[row] switch
    {
        null when column.Kind == SeriesKind.Revision => "",
        _ when column.Ranks?[row] is { } rank => Words.Rank(rank),
        null when column.IsTotal && column.IsPublished(row) => text["集計なし"],
        null when column.IsPublished(row) => text["比べる値が未公表"],
        null => Words.NotPublished,
        { } change when IsChangeOf(column) => Words.Change(change / 100, Metric),
        { } ratio when IsRatio(column) => Words.Figure(ratio, Metric) + (Unit == "%" ? Unit : ""),
        { } share when IsPercent(column) => Words.Share(share / 100),
        { } mean when column.HasDecimal => Words.Mean(mean),
        { } count => Words.Count(count),
    };

    private FigureCell Cell(TrendColumn column, double? value) =>
        column.HasDecimal || IsPercent(column) && !IsRatio(column) ? FigureCell.OneDecimal(value) : FigureCell.Of(value);

    private bool IsRatio(TrendColumn column) => IsRatioItself && !column.IsChange;
}

/// <summary>A month or year of a trend.</summary>
public sealed record TrendRow(ChartLabel Label, IReadOnlyList<TrendCell> Cells);

/// <summary>A cell of a trend; its value is what the chart draws.</summary>
public sealed record TrendCell(string CssClass, string? Value, string Text);

/// <summary>One column of a <see cref="TrendTable"/>: a value per row; null is a gap.</summary>
public sealed record TrendColumn(string Name, SeriesKind Kind, IReadOnlyList<double?> Values)
{
    /// <summary>True for a column that the chart draws: one of figures, and not of the table alone.</summary>
    public bool IsDrawn => Kind.IsDrawn() && Values.Any(v => v is not null);

    /// <summary>The counts from which the ratios or totals are computed; null when the values are counts.</summary>
    public IReadOnlyList<double?>? Counts { get; init; }

    /// <summary>The ranks that the values are places of; null for other values.</summary>
    public IReadOnlyList<Rank?>? Ranks { get; init; }

    /// <summary>The name beside the drawing, by default that of the column; empty for none.</summary>
    public string Label { get => field ?? Name; init; }

    /// <summary>True for changes in percent beside counts.</summary>
    public bool IsChange { get; init; }

    /// <summary>True for sums and means of several months: none is computed across a gap.</summary>
    public bool IsTotal { get; init; }

    /// <summary>True for means and indices, written with one decimal throughout.</summary>
    public bool HasDecimal { get; init; }

    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The index of the colour; null for the next one.</summary>
    public int? Color { get; init; }

    /// <summary>True when the row has a count, even when the comparison is missing.</summary>
    public bool IsPublished(int row) => Counts?[row] is not null;

    public static TrendColumn Of(string name, SeriesKind kind, IReadOnlyList<double?>? counts) => new(name, kind, counts ?? new double?[12]);
}

