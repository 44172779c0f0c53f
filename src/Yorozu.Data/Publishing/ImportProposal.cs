using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Plausibility;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>A document that was read, verified and compared with the store; nothing is written yet.</summary>
/// <param name="BaseVersion">The data version of the comparison.</param>
/// <param name="ExistingRelease">The standing release of the same bytes, or null.</param>
public sealed record ImportProposal(DocumentFile Document, long BaseVersion, int? ExistingRelease, ReadResult Reading)
{
    /// <summary>Every check that was made; empty for a refused document.</summary>
    public IReadOnlyList<CheckResult> CheckResults { get; private init; } = [];

    /// <summary>The newest national figures beside what they are judged by; empty for a refused document.</summary>
    public IReadOnlyList<NationalFigure> Nation { get; private init; } = [];

    /// <summary>The figures published before it; empty for a refused document.</summary>
    public FigureHistory History { get; init; } = FigureHistory.Empty;

    /// <summary>What publishing would change; null for a refused document.</summary>
    public ImportPlan? Plan { get; init; }

    /// <summary>Why the year and month may be wrong: a person must confirm them. Empty when nobody must.</summary>
    public IReadOnlyList<Phrase> DateQuestions { get; init; } = [];

    /// <summary>What to look at before publishing besides failed checks, year and month: months wrong as a whole, wrong subtotals.</summary>
    public IReadOnlyList<Phrase> Warnings { get; init; } = [];

    /// <summary>The decisions about its names with which it was read.</summary>
    public IReadOnlyList<NameDecision> Decisions { get; init; } = [];

    public PublishedPage? Page => Reading.Page;

    /// <summary>What a person should look at in the document as a whole, year and month first.</summary>
    public IReadOnlyList<Phrase> Doubts => [.. DateQuestions, .. Warnings];

    /// <summary>
    /// What a person has not looked at yet: failed checks of plausibility on figures that are new or revised, and on tables as a whole.
    /// </summary>
    public IReadOnlyList<CheckResult> NewWarnings { get; private init; } = [];

    /// <summary>
    /// Failed checks of plausibility that say nothing new: on figures that were published before and are unchanged, or acknowledged.
    /// </summary>
    public IReadOnlyList<CheckResult> KnownWarnings { get; private init; } = [];

    /// <summary>The warnings that were acknowledged, in this review or an earlier one.</summary>
    public IReadOnlyDictionary<WarningKey, Acknowledgement> Acknowledged { get; private init; } = new Dictionary<WarningKey, Acknowledgement>();

    /// <summary>The new national figures outside their usual range.</summary>
    public IEnumerable<CheckResult> UnusualNation => NewWarnings.Where(w => w.Kind == CheckKind.Plausible && w.Area.IsNation);

    /// <summary>New words of the page. A metric of an earlier release is not new, even when the catalogue does not list it.</summary>
    public IEnumerable<NewTerm> NewTerms =>
        Page?.NewTerms.Where(t => t.Kind != TermKind.Metric || Plan!.NewMetrics.Any(m => m.Key == t.MetricKey)) ?? [];

    /// <summary>The new names that resemble known ones: a person must confirm that they are new.</summary>
    public IEnumerable<NewTerm> Questions => NewTerms.Where(t => t.IsQuestion);

    /// <summary>The outcome without a confirmation of the year and month that it needs; null when it needs none.</summary>
    internal PublishOutcome? Unconfirmed(Acceptance accepted) =>
        DateQuestions.Count > 0 && !accepted.Date ? new PublishOutcome.DateUnconfirmed(Page!.AsOf) : null;

    /// <summary>The proposal with what its checks found.</summary>
    public ImportProposal WithResults(
        IReadOnlyList<CheckResult> results, IReadOnlyList<NationalFigure> nation, IEnumerable<Acknowledgement>? acknowledgements = null)
    {
        var acknowledged = (acknowledgements ?? []).ToDictionary(a => a.Warning);
        var isPublished = IsPublished(results);
        var isKnown = results
            .Where(r => r is { Passed: false, Kind: CheckKind.Plausible or CheckKind.Repeated })
            .Concat(nation.Select(f => f.Warning).OfType<CheckResult>())
            .ToLookup(r => isPublished(r) || acknowledged.ContainsKey(WarningKey.Of(r)));
        return this with
        {
            CheckResults = results,
            Nation = nation,
            Acknowledged = acknowledged,
            NewWarnings = [.. isKnown[false]],
            KnownWarnings = [.. isKnown[true]],
        };
    }

    /// <summary>Whether all the figures of a warning are published unchanged.</summary>
    private static Func<CheckResult, bool> IsPublished(IReadOnlyList<CheckResult> results)
    {
        var compared = results.Where(r => r.Kind == CheckKind.Revision).ToLookup(r => r.Passed);
        var published = compared[true].Select(Cell).ToHashSet();
        return r => published.Contains(Cell(r)) && !(r.Kind == CheckKind.Repeated && compared[false].Any(c => Spans(r, c)));
    }

    private static (string MetricKey, string Part, Area Area, YearMonth? Month) Cell(CheckResult result) =>
        (result.MetricKey, result.Part, result.Area, result.Month);

    /// <summary>True when a repetition spans a cell: a month of a table, named by its national figure, or of a prefecture in all tables.</summary>
    private static bool Spans(CheckResult repeated, CheckResult cell) => cell.Month == repeated.Month
        && (repeated.Area.IsNation ? (cell.MetricKey, cell.Part) == (repeated.MetricKey, repeated.Part) : cell.Area == repeated.Area);
}
