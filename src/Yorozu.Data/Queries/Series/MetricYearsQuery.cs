using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Queries.Series;

/// <summary>Which tables to read, and which rows of them; null asks for all.</summary>
public sealed record MetricYearFilter
{
    public string? MetricKey { get; init; }

    public FiscalYear? Year { get; init; }

    public IReadOnlyList<Area>? Areas { get; init; }

    /// <summary>Of each metric the latest years, this many at most.</summary>
    public int MaxYears { get; init; } = int.MaxValue;
}

/// <summary>Reads current tables whole, or some rows of them.</summary>
public static class MetricYearsQuery
{
    /// <summary>The tables in catalogue order and, within a metric, the latest year first.</summary>
    /// <param name="coverage">The current tables: known for every state of the data, so that no query looks for them again.</param>
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
