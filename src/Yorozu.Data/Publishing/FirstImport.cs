using Yorozu.Data.Audit;
using Yorozu.Data.Store;

namespace Yorozu.Data.Publishing;

/// <summary>Fills an empty store with the published documents, so that a first start shows data.</summary>
public static class FirstImport
{
    /// <summary>Imports every document of the published folder in name order.</summary>
    /// <returns>The outcome for each document.</returns>
    public static async Task<IReadOnlyList<(string Path, PublishOutcome Outcome)>> RunAsync(
        Importer importer, DataDirectory directory, CancellationToken cancellationToken)
    {
        if (directory.PublishedPath is not { } published) return [];

        // Nobody is there to be asked: who put the documents into the folder vouches for their year and month.
        var accepted = new Acceptance(Date: true);
        var outcomes = new List<(string, PublishOutcome)>();
        foreach (var path in Directory.EnumerateFiles(published).Order(StringComparer.Ordinal))
        {
            var document = await DocumentFile.ReadAsync(path, cancellationToken);
            var proposal = await importer.PrepareAsync(document, cancellationToken);
            outcomes.Add((path, await importer.PublishAsync(proposal, Actor.FirstStart, "", cancellationToken, accepted)));
        }

        return outcomes;
    }
}
