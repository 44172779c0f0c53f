using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>A figure that would change, with its metric.</summary>
public sealed record Revision(string MetricKey, string MetricName, RevisedCell Cell)
{
    public string FullName => Cell.Part.Length > 0 ? MetricName + Words.Bracketed(AdminWords.PartName(MetricKey, Cell.Part)) : MetricName;

    /// <summary>The size of the change; that of the whole figure when it would be gone.</summary>
    public long Size => Math.Abs((Cell.After.Count ?? 0) - (Cell.Before.Count ?? 0));

    public double? Change => Ratio.Change(Cell.After.Count, Cell.Before.Count);

    public static IEnumerable<Revision> Of(ImportPlan plan) =>
        plan.Tables.SelectMany(t => t.Revised.Select(c => new Revision(t.Table.Metric.Key, AdminWords.MetricName(t.Table.Metric.Key, t.Table.Metric.Name), c)));

    public static IEnumerable<Revision> Of(WithdrawalPlan plan) =>
        plan.Tables.SelectMany(t => t.Changes.Select(c => new Revision(t.MetricKey, AdminWords.MetricName(t.MetricKey, t.MetricName), c)));
}

/// <summary>A table of revisions, filtered by the address.</summary>
public sealed record RevisionTable(Phrase Caption, Phrase AfterHeading, IReadOnlyList<Revision> All, string? Metric, string? Area)
{
    /// <summary>Enough rows for a year of one metric, so that filtering by metric shows every revision.</summary>
    private const int MaxShown = 1000;

    public IReadOnlyList<Revision> Matching { get; } =
        [.. All.Where(r => (string.IsNullOrEmpty(Metric) || r.MetricKey == Metric) && (string.IsNullOrEmpty(Area) || r.Cell.Area.Code == Area))];

    public IEnumerable<Revision> Shown => Matching.Take(MaxShown);

    /// <summary>The caption with the number of revisions and of matches, and whether some are omitted.</summary>
    public Phrase FullCaption => new Phrase(
        "{0}（{1}）",
        Caption,
        Matching.Count > MaxShown ? new Phrase("{0}、最初の{1}件を表示。残りは絞り込んでご覧ください", Extent, Words.Count(MaxShown)) : Extent);

    private Phrase Extent => Matching.Count < All.Count
        ? new Phrase("{0}件のうち{1}件", Words.Count(All.Count), Words.Count(Matching.Count))
        : new Phrase("{0}件", Words.Count(All.Count));

    public IEnumerable<(string Key, string Name)> Metrics => All.Select(r => (r.MetricKey, r.MetricName)).Distinct();

    public IEnumerable<Statistics.Area> Areas => All.Select(r => r.Cell.Area).Distinct().Order();

    public bool ShowsParts => All.Any(r => r.Cell.Part.Length > 0);
}
