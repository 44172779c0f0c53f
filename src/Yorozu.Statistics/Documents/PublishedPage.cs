using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Documents;

/// <summary>The content of one published document.</summary>
/// <param name="FiscalYear">The fiscal year of its heading.</param>
/// <param name="AsOf">The last month for which any table has a figure.</param>
/// <param name="Format">Text, HTML or workbook, detected from the content.</param>
/// <param name="EncodingName">
/// IANA name of the encoding the bytes were in: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>shift_jis</c> or <c>euc-jp</c>;
/// that of the parts of a workbook is <c>utf-8</c>.
/// </param>
/// <param name="Tables">The tables, in printed order; no two of the same metric.</param>
public sealed record PublishedPage(
    FiscalYear FiscalYear,
    YearMonth AsOf,
    DocumentFormat Format,
    string EncodingName,
    IReadOnlyList<PublishedTable> Tables)
{
    /// <summary>Sections, metrics, parts and units that the catalogue does not list (新しい指標 and the like), in printed order.</summary>
    public IReadOnlyList<NewTerm> NewTerms { get; init; } = [];

    /// <summary>What the reader skipped, and what it inferred and a person may want to check, in printed order.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}

/// <summary>One table of a page: a metric by area and month.</summary>
/// <param name="Metric">What is counted.</param>
/// <param name="Heading">The heading as printed, such as <c>3.課題解決件数(件)</c>.</param>
/// <param name="Months">The months that have a column, whether or not anything is published in it.</param>
/// <param name="Parts">The printed names of the sub-columns of a month; one empty name where a month is one column.</param>
/// <param name="HasCumulative">True when the table has a 累計値 column.</param>
/// <param name="Observations">48 areas × months × parts, in printed order.</param>
/// <param name="Cumulatives">
/// The 累計値 column: 48 areas × parts, or 48 areas when one 累計値 serves all parts, in printed order; empty without such a column.
/// </param>
/// <param name="Definition">The ◆ text that defines the metric, wrapped lines joined; empty when the page gives none.</param>
/// <param name="Notes">Remarks (※) and other paragraphs below the table, wrapped lines joined.</param>
/// <param name="Position">Where the table begins.</param>
public sealed record PublishedTable(
    Metric Metric,
    string Heading,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<string> Parts,
    bool HasCumulative,
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<PublishedCumulative> Cumulatives,
    string Definition,
    IReadOnlyList<string> Notes,
    SourcePosition Position)
{
    /// <summary>The sums in columns and rows that are not figures of the metric: 第1四半期計, 東北計.</summary>
    public IReadOnlyList<PrintedSum> Sums { get; init; } = [];

    /// <summary>The table with this metric, its parts renamed to those of the metric.</summary>
    internal PublishedTable WithParts(Metric metric)
    {
        if (metric.Parts.Count == 0 || metric.Parts.Select(p => p.Name).SequenceEqual(Parts)) return this with { Metric = metric };
        var names = Parts.Zip(metric.Parts).ToDictionary(p => p.First, p => p.Second.Name);
        return this with
        {
            Metric = metric,
            Parts = [.. names.Values],
            Observations = [.. Observations.Select(o => o with { Part = names[o.Part] })],
            Cumulatives = [.. Cumulatives.Select(c => c with { Part = names.GetValueOrDefault(c.Part, c.Part) })],
            Sums = [.. Sums.Select(s => s with { Part = names.GetValueOrDefault(s.Part, s.Part) })],
        };
    }
}
