using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>A document that was read, verified and compared with the store; nothing is written yet.</summary>
/// <param name="BaseVersion">The data version of the comparison.</param>
/// <param name="ExistingRelease">The standing release of the same bytes, or null.</param>
public sealed record ImportProposal(DocumentFile Document, long BaseVersion, int? ExistingRelease, ReadResult Reading)
{
    /// <summary>Every check that was made; empty for a refused document.</summary>
    public IReadOnlyList<CheckResult> CheckResults { get; init; } = [];

    /// <summary>What publishing would change; null for a refused document.</summary>
    public ImportPlan? Plan { get; init; }

    /// <summary>What to look at before publishing besides failed sums: a doubtful year, wrong subtotals.</summary>
    public IReadOnlyList<Phrase> Warnings { get; init; } = [];

    /// <summary>The nearest year with figures of these metrics when the page's is far from it: a person must confirm the year.</summary>
    public FiscalYear? FarFrom { get; init; }

    /// <summary>The decisions about its names with which it was read.</summary>
    public IReadOnlyList<NameDecision> Decisions { get; init; } = [];

    public PublishedPage? Page => Reading.Page;

    /// <summary>Failed checks of plausibility on figures that are new or revised.</summary>
    public IReadOnlyList<CheckResult> NewWarnings => [.. Doubtful.Where(r => !IsPublished(r))];

    /// <summary>Failed checks of plausibility on figures that were published before and are unchanged: they say nothing about this document.</summary>
    public IReadOnlyList<CheckResult> KnownWarnings => [.. Doubtful.Where(IsPublished)];

    /// <summary>New words of the page. A metric of an earlier release is not new, even when the catalogue does not list it.</summary>
    public IEnumerable<NewTerm> NewTerms =>
        Page?.NewTerms.Where(t => t.Kind != TermKind.Metric || Plan!.NewMetrics.Any(m => m.Key == t.MetricKey)) ?? [];

    /// <summary>The new names that resemble known ones: a person must confirm that they are new.</summary>
    public IEnumerable<NewTerm> Questions => NewTerms.Where(t => t.IsQuestion);

    private IEnumerable<CheckResult> Doubtful => CheckResults.Where(r => !r.Passed && r.Kind is (CheckKind.Plausible or CheckKind.Repeated));

    private bool IsPublished(CheckResult warning) => CheckResults.Any(r =>
        r is { Kind: CheckKind.Revision, Passed: true }
        && (r.MetricKey, r.Part, r.Area, r.Month) == (warning.MetricKey, warning.Part, warning.Area, warning.Month));
}
