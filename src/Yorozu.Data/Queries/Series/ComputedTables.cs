using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.References;

namespace Yorozu.Data.Queries.Series;

/// <summary>Ratios in the form of published tables, so that the same figures and pages show both.</summary>
public static class ComputedTables
{
    /// <summary>The indicators, latest year first within one: only of years in which both of its metrics are published.</summary>
    /// <param name="published">The current tables.</param>
    public static IEnumerable<Coverage> Indicators(this IReadOnlyList<Coverage> published)
    {
        var tables = published.ToLookup(c => c.Metric.Key);
        return
            from indicator in Indicator.All
            from numerator in tables[indicator.Numerator]
            from denominator in tables[indicator.Denominator]
            where numerator.Year == denominator.Year
            select Of(indicator.Of(numerator.Metric, denominator.Metric), numerator, denominator);
    }

    /// <summary>A metric per head.</summary>
    public static Coverage PerHead(this Coverage published, ReferenceTable reference) => Of(Formula.PerHead(published.Metric, reference), published);

    /// <summary>Tables, published or computed; each published one is read once, however many ratios are computed from it.</summary>
    /// <param name="tables">The tables asked for.</param>
    /// <param name="read">Reads published tables, or rows of them.</param>
    public static async Task<IReadOnlyList<MetricYear>> ReadAsync(
        IEnumerable<Coverage> tables, Func<IReadOnlyList<Coverage>, Task<IReadOnlyList<MetricYear>>> read)
    {
        var asked = tables.ToList();
        if (asked.TrueForAll(c => c.ComputedFrom.Count == 0)) return await read(asked);
        var published = asked.SelectMany(c => c.ComputedFrom.DefaultIfEmpty(c)).DistinctBy(KeyOf).ToList();
        var known = (await read(published)).ToDictionary(t => KeyOf(t.Coverage));
        return [.. asked.Select(c => c.ComputedFrom.Count == 0
            ? known[KeyOf(c)]
            : Compute(c, [.. c.ComputedFrom.Select(s => known[KeyOf(s)])]))];
    }

    /// <summary>The figures of a ratio: months from months, the year to date from the year to date.</summary>
    /// <param name="coverage">The ratio.</param>
    /// <param name="from">The tables it is computed from, with the areas to compute.</param>
    public static MetricYear Compute(Coverage coverage, params IReadOnlyList<MetricYear> from)
    {
        var (formula, numerator) = (coverage.Metric.Formula!, from[0]);
        var wholes = from.Count > 1 ? from[1].Series.Where(s => s.Part == from[1].MainPart).ToDictionary(s => s.Area) : [];
        IReadOnlyList<MonthlySeries> series = [.. numerator.Series.Where(s => s.Part == numerator.MainPart).Select(Quotients)];
        return new MetricYear
        {
            Coverage = coverage.Metric.IsPercentage ? coverage : WithDigits(coverage, series),
            Published = from,
            Series = series,
        };

        MonthlySeries Quotients(MonthlySeries part)
        {
            var whole = wholes.GetValueOrDefault(part.Area);
            double? head = formula.Reference?.Of(part.Area);
            return new MonthlySeries(part.Area, "", Divide(part.Months, whole?.Months), null) { Cumulative = Divide(part.Cumulative, whole?.Cumulative) };

            IReadOnlyList<double?> Divide(IReadOnlyList<double?> parts, IReadOnlyList<double?>? by)
            {
                var quotients = new double?[parts.Count];
                for (var i = 0; i < quotients.Length; i++) quotients[i] = Ratio.Of(parts[i], head ?? by?[i], formula.Scale);
                return quotients;
            }
        }
    }

    // A ratio may be 500 or 0.02; percentages have one decimal.
    private static Coverage WithDigits(Coverage coverage, IReadOnlyList<MonthlySeries> series)
    {
        var decimals = Digits.Of(series.Select(s => s.Cumulative.LastOrDefault(c => c is not null)));
        return coverage with { Metric = coverage.Metric with { Formula = coverage.Metric.Formula! with { Decimals = decimals } } };
    }

    private static (string, FiscalYear) KeyOf(Coverage coverage) => (coverage.Metric.Key, coverage.Year);

    private static Coverage Of(Metric metric, params IReadOnlyList<Coverage> from) => new(
        metric,
        from[0].Year,
        from.Any(c => c.LastMonth is null) ? null : from.Min(c => c.LastMonth),
        [],
        from[0].Head with { Heading = "", Definition = "", Notes = "", HasCumulative = false, Parts = [""], PartsOfAll = [""] })
    {
        ComputedFrom = from,
    };
}
