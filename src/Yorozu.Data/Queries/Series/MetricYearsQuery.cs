using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Queries.Series;

/// <summary>A filter of tables and rows; null means all.</summary>
public sealed record MetricYearFilter
{
    public string? MetricKey { get; init; }

    public FiscalYear? Year { get; init; }

    public IReadOnlyList<Area>? Areas { get; init; }

    /// <summary>The largest number of years per metric, latest first.</summary>
    public int MaxYears { get; init; } = int.MaxValue;
}

/// <summary>Reads current tables or some of their rows.</summary>
public static class MetricYearsQuery
{
    /// <summary>The tables in catalogue order, latest year first within a metric.</summary>
    /// <param name="coverage">The current tables, cached for each snapshot.</param>
    public static async Task<IReadOnlyList<MetricYear>> MetricYearsAsync(
        this YorozuDbContext db, IReadOnlyList<Coverage> coverage, MetricYearFilter filter, CancellationToken cancellationToken)
    {
        var chosen = coverage
            .Where(c => (filter.MetricKey is null || c.Metric.Key == filter.MetricKey) && (filter.Year is null || c.Year == filter.Year))
            .GroupBy(c => c.Metric.Key, (_, years) => years.Take(filter.MaxYears))
            .SelectMany(years => years);
        await using var queries = await TableQueries.PrepareAsync(db, cancellationToken);
        var tables = new List<MetricYear>();
        foreach (var table in chosen) tables.Add(await queries.ReadAsync(table, filter.Areas, cancellationToken));
        return tables;
    }
}
