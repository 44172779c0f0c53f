using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Tests.Reading.Rendering;

/// <summary>What a page says, without where and how it is printed: two pages that say the same have the same content.</summary>
internal static class PageContent
{
    public static IReadOnlyList<string> Of(PublishedPage page)
    {
        var lines = new List<string> { $"{page.FiscalYear} as of {page.AsOf}" };
        foreach (var table in page.Tables)
        {
            var metric = table.Metric;
            lines.Add(
                $"# {metric.Key}|{metric.Section}|{metric.Group}|{metric.Name}|{metric.Unit}|"
                    + $"{string.Join('/', metric.Parts.Select(p => p.Key))}|{string.Join('/', table.Parts)}|"
                    + $"{string.Join(' ', table.Months)}|{table.HasCumulative}");
            lines.AddRange(table.Observations.OrderBy(o => o.Area).ThenBy(o => o.Month).Select(o => $"{o.Area.Code} {o.Month} {o.Part} {o.Figure}"));
            lines.AddRange(table.Cumulatives.OrderBy(c => c.Area).Select(c => $"{c.Area.Code} cumulative {c.Part} {c.Figure}"));
            lines.Add($"definition {table.Definition}");
            lines.AddRange(table.Notes.Select(n => $"note {n}"));
        }

        return lines;
    }

    /// <summary>The content that a document is read to have; its problems, when it is refused.</summary>
    public static IReadOnlyList<string> Of(ReadResult result) =>
        result.Page is { } page ? Of(page) : [.. result.Problems.Select(p => $"{p.Position} {p.Kind} {p.Message} {p.OffendingText}")];
}
