using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The figures of a trend: a metric and an area over the years.</summary>
/// <param name="Table">The chosen year.</param>
/// <param name="Years">Every year, latest first, with the areas that the view compares.</param>
/// <param name="Lines">Areas drawn beside the main one when ratios share a scale.</param>
public sealed record TrendSubject(MetricYear Table, Area Area, IReadOnlyList<MetricYear> Years, IReadOnlyList<Area> Lines)
{
    /// <summary>Bounds the axis, whatever years documents claim.</summary>
    public const int MaxYears = 40;

    public Metric Metric => Table.Metric;

    /// <summary>The year before the chosen one; null when it is not published.</summary>
    public MetricYear? Before => Find(Table.Year.StartYear - 1);

    /// <summary>Every fiscal year from the first to the latest, published or not.</summary>
    public IEnumerable<FiscalYear> Span
    {
        get
        {
            var first = Years.Min(y => y.Year).StartYear;
            return Enumerable.Range(first, Years.Max(y => y.Year).StartYear - first + 1).Select(year => new FiscalYear(year));
        }
    }

    /// <summary>Every month from the first year on, published or not, up to the last that is.</summary>
    public IEnumerable<YearMonth> Months
    {
        get
        {
            var last = Years.Max(y => y.LastMonth);
            return Span.SelectMany(y => y.Months).Where(m => last is null || m <= last);
        }
    }

    /// <summary>True for an indicator of which years up to a month are compared, not months.</summary>
    public bool IsYearToDate => Metric.IsIndicator;

    /// <summary>Reads the years that the view needs.</summary>
    /// <param name="coverage">What is published, and the ratios of it.</param>
    /// <param name="table">The chosen year, with all areas.</param>
    public static async Task<TrendSubject> LoadAsync(
        RequestSnapshot snapshot,
        IReadOnlyList<Coverage> coverage,
        MetricYear table,
        Area area,
        TrendChoice choice,
        IReadOnlyList<Area> lines,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<Area>? areas = (choice.View, choice.Span) switch
        {
            (TrendView.Rank, TrendSpan.All) => null,
            (TrendView.Yoy or TrendView.Share or TrendView.Rank, _) => [.. lines.Prepend(area).Prepend(Area.Nation).Distinct()],
            _ => [area],
        };
        var published = coverage.Where(c => c.Metric.Key == table.Metric.Key).Take(MaxYears).ToList();
        var years = (areas is null ? await snapshot.TablesAsync(published) : await snapshot.RowsAsync(published, areas, cancellationToken))
            .Select(y => y.Year == table.Year ? table : y).ToList();
        // The rank of a year ago needs all areas, too.
        var before = years.FindIndex(y => y.Year.StartYear == table.Year.StartYear - 1);
        if (choice.View == TrendView.Rank && areas is not null && before >= 0) years[before] = await snapshot.TableAsync(years[before].Coverage);

        return new TrendSubject(table, area, Bounded(years), [.. lines.Where(l => l != area)]);
    }

    /// <summary>A metric that counts something similar under another definition, over its years; null when it is not published.</summary>
    public static async Task<TrendSubject?> LoadRelatedAsync(RequestSnapshot snapshot, string key, Area area, CancellationToken cancellationToken)
    {
        var years = await snapshot.MetricYearsAsync(new() { MetricKey = key, Areas = [area], MaxYears = MaxYears }, cancellationToken);
        return years.Count == 0 ? null : new TrendSubject(years[0], area, Bounded(years), []);
    }

    public MetricYear? Find(int startYear) => Years.FirstOrDefault(y => y.Year.StartYear == startYear);

    /// <summary>The figure of a month, of any year.</summary>
    public double? At(Area area, YearMonth month) => YearOf(month)?.Of(area)?.Months[MonthlySeries.IndexOf(month)];

    /// <summary>What is compared between years and areas: the figure of a month, of an indicator the year up to it.</summary>
    public double? Compared(Area area, YearMonth month) => Compared(YearOf(month)?.Of(area), month);

    /// <inheritdoc cref="Compared(Area, YearMonth)" />
    public double? Compared(MonthlySeries? series, YearMonth month) => series.Compared(Metric)?[MonthlySeries.IndexOf(month)];

    /// <summary>The year of a month; null when it is not published.</summary>
    public MetricYear? YearOf(YearMonth month) => Find(month.FiscalYear.StartYear);

    private static IReadOnlyList<MetricYear> Bounded(IReadOnlyList<MetricYear> years) =>
        [.. years.Where(y => y.Year.StartYear > years[0].Year.StartYear - MaxYears)];
}
