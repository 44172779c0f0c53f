using System.Globalization;
using System.Text;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Testing;

/// <summary>
/// Fills a store with years of monthly releases of every metric of the catalogue. The pages are made as objects, not as
/// text, and nothing is verified, so filling takes seconds; every figure follows from its place, so the store is always the same.
/// </summary>
public static class SyntheticStore
{
    public static async Task FillAsync(YorozuDbContext db, int firstYear, int years, CancellationToken cancellationToken)
    {
        var importer = new Importer(db, new FrozenClock());
        for (var version = 0; version < years * 12; version++)
        {
            var page = Page(new FiscalYear(firstYear + (version / 12)), (version % 12) + 1);
            var document = new DocumentFile($"{page.AsOf}.txt", Encoding.UTF8.GetBytes($"{page.FiscalYear} {page.AsOf}"));
            var proposal = new ImportProposal(document, version, null, ReadResult.Read(page));
            var outcome = await importer.PublishAsync(proposal, new Actor("synthetic"), "", cancellationToken);
            if (outcome is not PublishOutcome.Published) throw new InvalidOperationException($"Not published: {outcome}.");
        }
    }

    public static PublishedPage Page(FiscalYear year, int months)
    {
        var columns = year.Months.Take(months).ToList();
        var tables = MetricCatalogue.Default.Metrics.Select(metric => Table(metric, columns, months)).ToList();
        return new PublishedPage(year, columns[^1], DocumentFormat.Text, "utf-8", tables);
    }

    private static PublishedTable Table(Metric metric, List<YearMonth> months, int release)
    {
        var parts = metric.Parts.Count == 0 ? [""] : metric.Parts.Select(p => p.Name).ToList();
        var position = SourcePosition.InText(1, 1);
        var observations = Area.All
            .SelectMany(area => months, (area, month) => (area, month))
            .SelectMany(cell => parts.Select((part, i) =>
                Observation(part, cell.area, cell.month, Count(metric, parts.Count, i, cell.area, cell.month, release))))
            .ToList();
        var cumulatives = observations
            .GroupBy(o => (o.Part, o.Area))
            .Select(row => new PublishedCumulative(row.Key.Part, row.Key.Area, Figure.Of(row.Sum(o => o.Figure.Count!.Value)), "", position))
            .ToList();
        return new PublishedTable(metric, metric.Name, months, parts, true, observations, cumulatives, $"{metric.Name}の定義。", [], position);
    }

    private static Observation Observation(string part, Area area, YearMonth month, long count) =>
        new(part, area, month, Figure.Of(count), count.ToString("N0", CultureInfo.InvariantCulture), SourcePosition.InText(1, 1));

    // The last of three parts is the sum of the others; the country is the sum of the prefectures.
    private static long Count(Metric metric, int parts, int part, Area area, YearMonth month, int release)
    {
        if (parts == 3 && part == 2) return Count(metric, 3, 0, area, month, release) + Count(metric, 3, 1, area, month, release);
        return area.IsNation
            ? Prefecture.All.Sum(p => Count(metric.Order, part, p.Number, month, release))
            : Count(metric.Order, part, area.Number, month, release);
    }

    // One figure in 64 is revised once, two months after it first came out.
    private static long Count(int metric, int part, int area, YearMonth month, int release)
    {
        var hash = (uint)HashCode(metric, part, area, month.Number);
        var age = release - (MonthlySeries.IndexOf(month) + 1);
        return (hash % 900) + 20 + (hash % 64 == 0 && age >= 2 ? 3 : 0);
    }

    private static int HashCode(int a, int b, int c, int d)
    {
        var hash = 17;
        foreach (var value in new[] { a, b, c, d }) hash = unchecked((hash * 486187739) + value);
        return unchecked(hash ^ (hash >>> 15)) & int.MaxValue;
    }
}
