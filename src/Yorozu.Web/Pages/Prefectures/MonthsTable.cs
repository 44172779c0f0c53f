using System.Globalization;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.SmallTrends;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>The months of a year, with the year before where it is published, and their drawing above the columns.</summary>
public sealed record MonthsTable(Metric Metric, string Caption, IReadOnlyList<MonthsRow> Rows) : IFigureTable
{
    /// <summary>The drawing: as wide as the months, each of them a slot.</summary>
    public const int Slot = 100;
    public const int Width = 12 * Slot;
    public const int Height = 230;
    public const int BarWidth = 72;

    private const int Top = 34;

    private readonly double _greatest = Rows.Max(r => r.Months.Max()) is > 0 and { } greatest ? greatest : 1;

    /// <summary>Any year: only the names are used.</summary>
    public IEnumerable<string> MonthNames => new FiscalYear(2021).Months.Select(m => m.MonthName());

    public IEnumerable<MonthBar> Bars
    {
        get
        {
            var months = Rows[0].Months;
            var last = months.ToList().FindLastIndex(m => m.HasValue);
            for (var i = 0; i < months.Count; i++)
            {
                if (months[i] is not { } count) continue;
                yield return new MonthBar((i * Slot) + ((Slot - BarWidth) / 2), HeightOf(count), i == last ? Words.Figure(count, Metric) : null);
            }
        }
    }

    /// <summary>The year before: lines between gaps.</summary>
    public IEnumerable<string> Lines => BrokenLine.Of(Rows.Skip(1).SelectMany(r => r.Months).Select(PointOf));

    public static MonthsTable Of(MetricYear table, MetricYear? before, Area area, IStringLocalizer<UiText> text)
    {
        return new MonthsTable(
            table.Metric,
            table.Metric.IsIndicator ? text["{0}の各月までの累計", table.Metric.DisplayName()] : text["{0}の月別の値", table.Metric.DisplayName()],
            [.. new[] { table, before }.OfType<MetricYear>()
                .Select(t => new MonthsRow(t.Metric, t.Year.EraName(), t.Of(area).Compared(t.Metric) ?? new double?[12]))]);
    }

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [text["年度"], .. MonthNames],
        Rows.Select(r => (IReadOnlyList<FigureCell>)[FigureCell.Of(r.Year), .. r.Months.Select(FigureCell.Of)]));

    private string? PointOf(double? figure, int index) =>
        figure is { } value ? string.Create(CultureInfo.InvariantCulture, $"{(index * Slot) + (Slot / 2)},{Height - HeightOf(value)}") : null;

    private int HeightOf(double figure) => (int)Math.Round(figure * (Height - Top) / _greatest);
}

/// <summary>The twelve months of a year.</summary>
public sealed record MonthsRow(Metric Metric, string Year, IReadOnlyList<double?> Months)
{
    /// <summary>A dash where nothing is published: twelve words would not fit.</summary>
    public IEnumerable<string> Texts => Months.Select(m => m is null ? "―" : Words.Figure(m, Metric));
}

/// <summary>One bar; the latest has its figure printed above it.</summary>
public sealed record MonthBar(int X, int Height, string? Text)
{
    public int Y => MonthsTable.Height - Height;

    public int Middle => X + (MonthsTable.BarWidth / 2);

    public int TextY => Y - 8;

    public string? CssClass => Text is null ? null : "last";
}
