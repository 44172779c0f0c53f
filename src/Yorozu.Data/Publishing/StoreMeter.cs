using System.Diagnostics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>Counters of the store. They cost nothing without a listener.</summary>
public static class StoreMeter
{
    public const string Name = "Yorozu";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Imports =
        Meter.CreateCounter<long>("yorozu.imports", "{document}", "Documents that were to be published, by outcome.");

    private static readonly Counter<long> CheckResults =
        Meter.CreateCounter<long>("yorozu.findings", "{finding}", "Checks of published documents that failed, by kind.");

    internal static void Count(ImportProposal proposal, PublishOutcome outcome)
    {
        Imports.Add(1, new KeyValuePair<string, object?>("outcome", outcome.Logged.Code));
        if (outcome is not PublishOutcome.Published) return;
        foreach (var kind in proposal.CheckResults.Where(f => !f.Passed).GroupBy(f => f.Kind))
        {
            CheckResults.Add(kind.Count(), new KeyValuePair<string, object?>("kind", kind.Key.Code()));
        }
    }
}
