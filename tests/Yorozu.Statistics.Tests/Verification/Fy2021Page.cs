using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification;

/// <summary>The page of fiscal year 2021 as published, and what becomes of it when an error is planted or months are missing.</summary>
internal static class Fy2021Page
{
    public static PublishedPage Page { get; } = DocumentReader.Read(PublishedDocuments.Fy2021, MetricCatalogue.Default).Page!;

    /// <summary>The prefectures' cells with a count over 100, where a misprint would matter.</summary>
    public static IReadOnlyList<(PublishedTable Table, Observation Cell)> LargeCells { get; } =
        [.. Page.Tables.SelectMany(t => t.Observations.Where(o => !o.Area.IsNation && o.Figure.Count > 100).Select(o => (t, o)))];

    public static IReadOnlyList<CheckResult> Plausible(PublishedTable table, FigureHistory? history = null) =>
        [.. Verify(table, history).Where(f => f.Kind == CheckKind.Plausible)];

    public static IReadOnlyList<CheckResult> Verify(PublishedTable table, FigureHistory? history = null) =>
        Verifier.Verify(Page with { Tables = [table] }, history ?? FigureHistory.Empty);

    public static PublishedTable With(this PublishedTable table, Observation cell, long count) =>
        table with { Observations = [.. table.Observations.Select(o => o == cell ? o with { Figure = Figure.Of(count) } : o)] };

    /// <summary>The table as it was when only these months had a column.</summary>
    public static PublishedTable Of(this PublishedTable table, Func<YearMonth, bool> months) => table with
    {
        Months = [.. table.Months.Where(months)],
        Observations = [.. table.Observations.Where(o => months(o.Month))],
        HasCumulative = false,
        Cumulatives = [],
    };

    public static FigureHistory AsHistory(this PublishedTable table)
    {
        var history = new FigureHistory();
        foreach (var cell in table.Observations) history.Add(table.Metric.Key, cell.Part, cell.Area, [(cell.Month, cell.Figure)]);
        return history;
    }
}
