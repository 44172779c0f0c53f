using Microsoft.Extensions.Logging;
using Yorozu.Data.Audit;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Plausibility;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;

namespace Yorozu.Data.Publishing;

/// <summary>Reads a document: <see cref="DocumentReader.Read"/>, or in a test a reader that fails.</summary>
public delegate ReadResult ReadDocument(ReadOnlyMemory<byte> document, MetricCatalogue catalogue, CancellationToken cancellationToken);

/// <summary>Imports a document: read, verify, plan, then one transaction.</summary>
public sealed partial class Importer(YorozuDbContext db, TimeProvider clock, ReadDocument? read = null, ILogger<Importer>? log = null)
{
    /// <summary>Reads and verifies a document and plans its changes. Writes nothing.</summary>
    /// <param name="decisions">Decisions about its names besides those made in the review of its upload.</param>
    public async Task<ImportProposal> PrepareAsync(
        DocumentFile document, CancellationToken cancellationToken, IReadOnlyList<NameDecision>? decisions = null)
    {
        var version = (await db.LatestSnapshotAsync(cancellationToken)).Version;
        var existing = await db.StandingReleaseOfAsync(document.Sha256, version, cancellationToken);
        IReadOnlyList<NameDecision> decided = [.. await db.DecisionsAsync(document.Sha256, cancellationToken), .. decisions ?? []];
        var catalogue = await db.CatalogueAsync(version, decided, cancellationToken);
        try
        {
            var reading = (read ?? DocumentReader.Read)(document.Bytes, catalogue, cancellationToken);
            var proposal = new ImportProposal(document, version, existing, reading) { Decisions = decided };
            return proposal.Page is { } page ? await VerifyAsync(proposal, page, cancellationToken) : proposal;
        }
        catch (Exception exception) when (InternalError.Explains(exception))
        {
            if (log is not null) LogInternalError(log, exception, document.Name, document.Sha256);
            return new ImportProposal(document, version, existing, InternalError.Refusal(exception));
        }
    }

    /// <summary>Publishes a prepared document as a release, or leaves the store unchanged.</summary>
    /// <param name="accepted">What a person confirmed, and the day on which its publisher published it.</param>
    public async Task<PublishOutcome> PublishAsync(
        ImportProposal proposal, Actor actor, string note, CancellationToken cancellationToken, Acceptance accepted = default)
    {
        PublishOutcome outcome;
        try
        {
            outcome = await TryPublishAsync(proposal, accepted, actor, note, cancellationToken);
        }
        catch (Exception exception) when (InternalError.Explains(exception))
        {
            if (log is not null) LogInternalError(log, exception, proposal.Document.Name, proposal.Document.Sha256);
            outcome = await TryPublishAsync(proposal with { Reading = InternalError.Refusal(exception) }, accepted, actor, note, cancellationToken);
        }

        StoreMeter.Count(proposal, outcome);
        return outcome;
    }

    /// <summary>Publishes in a copy of the store, which does not count as a publication and needs no confirmation.</summary>
    public Task<PublishOutcome> RehearseAsync(ImportProposal proposal, DateOnly? publishedOn, CancellationToken cancellationToken) =>
        TryPublishAsync(proposal, new Acceptance(Date: true, PublishedOn: publishedOn), new Actor("preview"), "", cancellationToken);

    private async Task<PublishOutcome> TryPublishAsync(
        ImportProposal proposal, Acceptance accepted, Actor actor, string note, CancellationToken cancellationToken)
    {
        if (proposal.Page is null)
        {
            var refused = new PublishOutcome.Refused(proposal.Reading.Problems);
            return await LoggedAsync(refused, proposal, actor, refused.Problems[0].Message.ToString());
        }

        if (proposal.ExistingRelease is { } existing)
        {
            return await LoggedAsync(new PublishOutcome.AlreadyPublished(existing), proposal, actor, "");
        }

        if (proposal.Unconfirmed(accepted) is { } unconfirmed) return await LoggedAsync(unconfirmed, proposal, actor, "");

        var today = PublicationDate.Today(clock);
        if (accepted.PublishedOn is { } day && PublicationDate.Refusal(proposal.Page, day, today) is { } reason)
        {
            return await LoggedAsync(new PublishOutcome.DateImpossible(reason), proposal, actor, reason.ToString());
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await NextSnapshot.BeginAsync(db, proposal.BaseVersion, clock, cancellationToken) is not { } next) return new PublishOutcome.Conflict();

        var release = await new ReleaseWriter(db).WriteAsync(proposal, next, accepted.PublishedOn ?? today, actor, note, cancellationToken);
        // In the same transaction: a published upload is no longer staged.
        await using var staged = await db.PrepareAsync("DELETE FROM staged_uploads WHERE sha256 = @sha256", cancellationToken, "@sha256");
        await staged.WriteAsync(cancellationToken, proposal.Document.Sha256);
        var published = await LoggedAsync(new PublishOutcome.Published(release, next.Version), proposal, actor, note);
        await transaction.CommitAsync(cancellationToken);
        return published;
    }

    private async Task<ImportProposal> VerifyAsync(ImportProposal proposal, PublishedPage page, CancellationToken cancellationToken)
    {
        var sequence = await db.NextSequenceAsync(page, cancellationToken);
        var precedence = TableEntity.PrecedenceOf(page.AsOf.Number, sequence);
        var history = await db.HistoryBeforeAsync(page, proposal.BaseVersion, precedence, cancellationToken);
        var later = await db.TablesAfterAsync(page.FiscalYear, precedence, proposal.BaseVersion, cancellationToken);
        // A table takes effect in the months that no later one covers.
        var superseded = page.Tables
            .Where(t => t.Months
                .Where(m => m <= page.AsOf)
                .All(m => later.Exists(l => l.Key == t.Metric.Key && l.FirstMonth <= m.Number && m.Number <= l.EndMonth)))
            .Select(t => t.Metric.Key);
        var known = await db.StoredMetricsAsync(cancellationToken);
        var results = Verifier.Verify(page, history);
        var published = await PublishedDatesAsync(page, history, proposal.BaseVersion, cancellationToken);
        var acknowledgements = await db.AcknowledgementsAsync(page.Tables.Select(t => t.Metric.Key), cancellationToken);
        return proposal.WithResults(results, NationalFigure.Of(page, history), acknowledgements) with
        {
            // What is public already is not published again.
            DateQuestions = proposal.ExistingRelease is null
                ? DateQuestions.Find(page, history, results, published, PublicationDate.Today(clock))
                : [],
            Warnings = ImportWarnings.Find(page, history, results),
            History = history,
            Plan = ImportPlan.Between(page, results, superseded.ToHashSet(), known.Select(m => m.Key).ToHashSet()),
        };
    }

    private async Task<PublishedDates> PublishedDatesAsync(
        PublishedPage page, FigureHistory history, long version, CancellationToken cancellationToken)
    {
        var keys = page.Tables.Select(t => t.Metric.Key).ToHashSet();
        // A year near one with these metrics needs no look at the others.
        var isNear = history.Years.Any(y => YearDoubt.IsNear(y, page.FiscalYear));
        var years = isNear ? [] : await db.PublishedYearsAsync(version, cancellationToken);
        var farFrom = YearDoubt.FarFrom(page.FiscalYear, years.Where(p => keys.Contains(p.Key)).Select(p => p.Year));
        var (newest, ofMetrics) = await db.NewestMonthsAsync(keys, version, cancellationToken);
        return new PublishedDates(farFrom, newest, ofMetrics);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Internal error while importing {Document} ({Sha256}); nothing of it is stored.")]
    private static partial void LogInternalError(ILogger log, Exception exception, string document, string sha256);

    private async Task<PublishOutcome> LoggedAsync(PublishOutcome outcome, ImportProposal proposal, Actor actor, string detail)
    {
        await new ActionLog(db, clock).WriteAsync(actor, LogAction.Publish, proposal.Document.Name, outcome.Logged, detail);
        return outcome;
    }
}
