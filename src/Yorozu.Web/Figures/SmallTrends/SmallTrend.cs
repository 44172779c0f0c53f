using System.Globalization;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.SmallTrends;

/// <summary>The months of some years as a word-sized line from zero. Gaps stay gaps; small counts are dots.</summary>
/// <param name="Months">One figure per month; null when not published.</param>
/// <param name="Greatest">The top of the scale: trends that are compared share one.</param>
/// <param name="Label">The text for screen readers.</param>
public sealed record SmallTrend(IReadOnlyList<double?> Months, double Greatest, string Label)
{
    public const int Width = 180;
    public const int Height = 40;

    // Between so few counts a line would be all jags.
    private const int FewCounts = 5;
    private const double Margin = 3;

    /// <summary>False for ratios, which may all be below one.</summary>
    public bool AreCounts { get; init; } = true;

    public bool HasFewCounts => AreCounts && Greatest <= FewCounts;

    private double Top => Greatest > 0 ? Greatest : 1;

    /// <summary>The latest figure; null when there is none.</summary>
    public TrendPoint? Latest => Points.LastOrDefault(p => p is not null);

    public IEnumerable<TrendPoint> Dots => HasFewCounts ? Points.OfType<TrendPoint>() : [];

    /// <summary>The points of each line between gaps.</summary>
    public IEnumerable<string> Lines => HasFewCounts ? [] : BrokenLine.Of(Points.Select(p => p is null ? null : $"{p.X},{p.Y}"));

    private IEnumerable<TrendPoint?> Points => Months.Select((count, i) => count is { } value
        ? new TrendPoint(
            Number(Margin + (i * (Width - (2 * Margin)) / Math.Max(1, Months.Count - 1))),
            Number(Height - ((Height - Margin) * value / Top)),
            value == 0 ? "0.7" : "1.8")
        : null);

    /// <param name="years">The tables of one metric, in any order.</param>
    /// <param name="from">The first month shown.</param>
    /// <param name="to">The last month shown.</param>
    public static SmallTrend Of(IEnumerable<MetricYear> years, Area area, YearMonth from, YearMonth to, double? greatest, IStringLocalizer<UiText> text)
    {
        var tables = years.ToList();
        var months = MonthsOf(tables, area, from, to);
        return new SmallTrend(
            months, greatest ?? months.Max() ?? 0, text["{0}の推移、{1}から{2}まで", area.DisplayName(), from.FullName(), to.FullName()])
        {
            AreCounts = tables.TrueForAll(t => t.Metric.Formula is null),
        };
    }

    /// <summary>The months from one to another; of an indicator the year up to each.</summary>
    public static IReadOnlyList<double?> MonthsOf(IEnumerable<MetricYear> years, Area area, YearMonth from, YearMonth to)
    {
        var byYear = years.ToDictionary(t => t.Year, t => t.Of(area).Compared(t.Metric));
        return
        [
            .. Enumerable.Range(0, Math.Max(0, to.MonthsSince(from) + 1))
                .Select(i => from.AddMonths(i))
                .Select(m => byYear.GetValueOrDefault(m.FiscalYear)?[MonthlySeries.IndexOf(m)]),
        ];
    }

    /// <summary>Draws it as wide as this room, at most as large as on a page.</summary>
    /// <returns>Its foot.</returns>
    public double Draw(Canvas canvas, Box room)
    {
        var scale = Math.Min(1, room.Width / Width);
        canvas.Group("g", Label, Draw, ("transform", FormattableString.Invariant($"translate({room.Left:0.#} {room.Top:0.#}) scale({scale:0.###})")));
        return room.Top + (scale * Height);

        void Draw()
        {
            canvas.Line(0, Height, Width, Height, Palette.LineStrong);
            foreach (var points in Lines)
            {
                canvas.Add(
                    "polyline", ("points", points), ("fill", "none"), ("stroke", Palette.BarSoft), ("stroke-width", 1.5), ("stroke-linejoin", "round"));
            }

            foreach (var dot in Dots) canvas.Add("circle", ("cx", dot.X), ("cy", dot.Y), ("r", dot.Radius), ("fill", Palette.BarSoft));
            if (Latest is { } latest) canvas.Add("circle", ("cx", latest.X), ("cy", latest.Y), ("r", "3"), ("fill", Palette.Bar));
        }
    }

    private static string Number(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Where a figure is drawn; as a dot it is small for zero.</summary>
public sealed record TrendPoint(string X, string Y, string Radius);
