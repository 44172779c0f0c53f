using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>A document that was read, verified and compared with the store, before anything is written.</summary>
/// <param name="BaseVersion">The data version it was compared with.</param>
/// <param name="ExistingRelease">The standing release that was made from the very same bytes, or null.</param>
public sealed record ImportProposal(DocumentFile Document, long BaseVersion, int? ExistingRelease, ReadResult Reading)
{
    /// <summary>Every check that was made; empty for a refused document.</summary>
    public IReadOnlyList<CheckResult> CheckResults { get; init; } = [];

    /// <summary>What publishing would change; null for a refused document.</summary>
    public ImportPlan? Plan { get; init; }

    /// <summary>What somebody should look at before publishing although no sum tells it, in Japanese: tables that are gone, a year that does not fit.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public PublishedPage? Page => Reading.Page;

    /// <summary>Words of the page that are news. A metric that an earlier release brought is none, though the catalogue does not list it.</summary>
    public IEnumerable<NewTerm> NewTerms =>
        Page?.NewTerms.Where(t => t.Kind != NewTermKind.Metric || Plan!.NewMetrics.Any(m => m.Key == t.MetricKey)) ?? [];

    /// <summary>The new names that resemble known ones: somebody has to say that they are new.</summary>
    public IEnumerable<NewTerm> Questions => NewTerms.Where(t => t.IsQuestion);
}
