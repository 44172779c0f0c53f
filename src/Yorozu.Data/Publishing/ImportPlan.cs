using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>What publishing a page would change: its difference from the current data, table by table.</summary>
public sealed record ImportPlan(IReadOnlyList<TablePlan> Tables)
{
    public int NewFigures => Tables.Sum(t => t.New.Count);

    public int Revised => Tables.Sum(t => t.Revised.Count);

    public int Unchanged => Tables.Sum(t => t.Unchanged);

    public IEnumerable<Metric> NewMetrics => Tables.Where(t => t.IsNewMetric).Select(t => t.Table.Metric);

    /// <summary>The difference between a page and the figures published before it.</summary>
    /// <param name="page">The page as read.</param>
    /// <param name="results">The check results; the revision check tells which figures had been published before.</param>
    /// <param name="superseded">Keys of metrics whose every month a later standing release covers.</param>
    /// <param name="known">Keys of metrics that the store knows.</param>
    public static ImportPlan Between(PublishedPage page, IEnumerable<CheckResult> results, IReadOnlySet<string> superseded, IReadOnlySet<string> known) =>
        Between(page, results.Where(f => f.Kind == CheckKind.Revision).ToLookup(f => f.MetricKey), superseded, known);

    private static ImportPlan Between(PublishedPage page, ILookup<string, CheckResult> compared, IReadOnlySet<string> superseded, IReadOnlySet<string> known) =>
        new([.. page.Tables.Select(table => TablePlan.Between(
            table,
            compared[table.Metric.Key].ToList(),
            takesEffect: !superseded.Contains(table.Metric.Key),
            isNewMetric: !known.Contains(table.Metric.Key) && !table.Metric.IsCatalogued))]);
}

/// <summary>What publishing one table would change.</summary>
/// <param name="TakesEffect">False when later releases cover all its months, so that no current figure changes.</param>
/// <param name="IsNewMetric">True for a metric unknown to catalogue and store (新しい指標).</param>
/// <param name="New">Cells with a figure for the first time.</param>
/// <param name="Revised">Cells whose figure changed, or is now blank or gone.</param>
/// <param name="Unchanged">The number of cells with the same figure as before.</param>
public sealed record TablePlan(
    PublishedTable Table,
    bool TakesEffect,
    bool IsNewMetric,
    IReadOnlyList<Observation> New,
    IReadOnlyList<RevisedCell> Revised,
    int Unchanged)
{
    internal static TablePlan Between(PublishedTable table, IReadOnlyList<CheckResult> compared, bool takesEffect, bool isNewMetric)
    {
        var before = compared.Select(f => (f.Part, f.Area, f.Month)).ToHashSet();
        return new TablePlan(
            table,
            takesEffect,
            isNewMetric,
            [.. table.Observations.Where(o => o.Figure.IsPublished && !before.Contains((o.Part, o.Area, o.Month)))],
            [.. compared.Where(f => !f.Passed).Select(f => new RevisedCell(f.Part, f.Area, f.Month!.Value, Figure.Of(f.Expected), Figure.Of(f.Published)))],
            compared.Count(f => f.Passed));
    }
}

/// <summary>A figure that changes (改訂).</summary>
public sealed record RevisedCell(string Part, Area Area, YearMonth Month, Figure Before, Figure After)
{
    public long? Difference => After.Count - Before.Count;
}
