using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yorozu.Data.Audit;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;

namespace Yorozu.Data.Publishing;

/// <summary>Reads a document: <see cref="DocumentReader.Read"/>, or in a test a reader that fails.</summary>
public delegate ReadResult ReadDocument(ReadOnlyMemory<byte> document, MetricCatalogue catalogue, CancellationToken cancellationToken);

/// <summary>Imports a document: read, verify, plan, then one transaction.</summary>
public sealed partial class Importer(YorozuDbContext db, TimeProvider clock, ReadDocument? read = null, ILogger<Importer>? log = null)
{
    /// <summary>Reads and verifies a document and plans its changes. Writes nothing.</summary>
    public async Task<ImportProposal> PrepareAsync(DocumentFile document, CancellationToken cancellationToken)
    {
        var version = (await db.LatestSnapshotAsync(cancellationToken)).Version;
        var existing = await db.Releases
            .Where(r => r.Document.Sha256 == document.Sha256 && r.WithdrawnVersion == null && r.PublishedVersion <= version)
            .Select(r => (int?)r.Id)
            .FirstOrDefaultAsync(cancellationToken);
        try
        {
            var reading = (read ?? DocumentReader.Read)(document.Bytes, MetricCatalogue.Default, cancellationToken);
            var proposal = new ImportProposal(document, version, existing, reading);
            return proposal.Page is { } page ? await VerifyAsync(proposal, page, cancellationToken) : proposal;
        }
        catch (Exception exception) when (InternalError.Explains(exception))
        {
            if (log is not null) LogInternalError(log, exception, document.Name, document.Sha256);
            return new ImportProposal(document, version, existing, InternalError.Refusal(exception));
        }
    }

    /// <summary>Publishes a prepared document as a release, or leaves the store unchanged.</summary>
    public async Task<PublishOutcome> PublishAsync(ImportProposal proposal, Actor actor, string note, CancellationToken cancellationToken)
    {
        PublishOutcome outcome;
        try
        {
            outcome = await TryPublishAsync(proposal, actor, note, cancellationToken);
        }
        catch (Exception exception) when (InternalError.Explains(exception))
        {
            if (log is not null) LogInternalError(log, exception, proposal.Document.Name, proposal.Document.Sha256);
            outcome = await TryPublishAsync(proposal with { Reading = InternalError.Refusal(exception) }, actor, note, cancellationToken);
        }

        StoreMeter.Count(proposal, outcome);
        return outcome;
    }

    private async Task<PublishOutcome> TryPublishAsync(ImportProposal proposal, Actor actor, string note, CancellationToken cancellationToken)
    {
        if (proposal.Page is null)
        {
            var refused = new PublishOutcome.Refused(proposal.Reading.Problems);
            return await LoggedAsync(refused, proposal, actor, refused.Problems[0].Message);
        }

        if (proposal.ExistingRelease is { } existing)
        {
            return await LoggedAsync(new PublishOutcome.AlreadyPublished(existing), proposal, actor, "");
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var state = await db.StoreState.AsTracking().SingleAsync(cancellationToken);
            if (state.DataVersion != proposal.BaseVersion) return new PublishOutcome.Conflict();

            state.Change(clock.GetUtcNow());
            var release = await ReleaseAsync(proposal, proposal.Page, actor, note, state, cancellationToken);
            await new ReleaseWriter(db).WriteAsync(proposal, release, cancellationToken);
            // In the same transaction: a published upload is no longer staged.
            await db.StagedUploads.Where(s => s.Sha256 == proposal.Document.Sha256).ExecuteDeleteAsync(cancellationToken);
            var published = await LoggedAsync(new PublishOutcome.Published(release.Id, state.DataVersion), proposal, actor, note);
            await transaction.CommitAsync(cancellationToken);
            return published;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<ImportProposal> VerifyAsync(ImportProposal proposal, PublishedPage page, CancellationToken cancellationToken)
    {
        var sequence = await NextSequenceAsync(page, cancellationToken);
        var precedence = TableEntity.PrecedenceOf(page.AsOf.Number, sequence);
        var history = await db.HistoryBeforeAsync(page, proposal.BaseVersion, precedence, cancellationToken);
        var later = await db.StandingAt(proposal.BaseVersion)
            .Where(t => t.FiscalYear == page.FiscalYear.StartYear && t.Precedence > precedence)
            .Select(t => new { t.Metric.Key, t.FirstMonth, t.EndMonth })
            .ToListAsync(cancellationToken);
        // A table takes effect in the months that no later one covers.
        var superseded = page.Tables
            .Where(t => t.Months
                .Where(m => m <= page.AsOf)
                .All(m => later.Exists(l => l.Key == t.Metric.Key && l.FirstMonth <= m.Number && m.Number <= l.EndMonth)))
            .Select(t => t.Metric.Key);
        var known = await db.Metrics.Select(m => m.Key).ToListAsync(cancellationToken);
        var results = Verifier.Verify(page, history);
        return proposal with
        {
            CheckResults = results,
            Warnings = await ImportWarnings.FindAsync(db, page, proposal.BaseVersion, precedence, history, cancellationToken),
            Plan = ImportPlan.Between(page, results, superseded.ToHashSet(), known.ToHashSet()),
        };
    }

    private async Task<ReleaseEntity> ReleaseAsync(
        ImportProposal proposal, PublishedPage page, Actor actor, string note, StoreStateEntity state, CancellationToken cancellationToken) => new()
        {
            Document = await DocumentAsync(proposal.Document, page, cancellationToken),
            FiscalYear = page.FiscalYear.StartYear,
            AsOf = page.AsOf.Number,
            Sequence = await NextSequenceAsync(page, cancellationToken),
            PublishedVersion = state.DataVersion,
            PublishedAt = state.ChangedAt,
            PublishedBy = actor.Name,
            PublishedAs = await db.Accounts.Where(a => a.Id == actor.AccountId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken),
            Note = note,
        };

    // A withdrawn document published again is the same document in a new release.
    private async Task<DocumentEntity> DocumentAsync(DocumentFile document, PublishedPage page, CancellationToken cancellationToken) =>
        await db.Documents.AsTracking().SingleOrDefaultAsync(d => d.Sha256 == document.Sha256, cancellationToken)
        ?? new DocumentEntity
        {
            Sha256 = document.Sha256,
            FileName = document.Name,
            MediaType = page.Format == DocumentFormat.Html ? "text/html" : "text/plain",
            EncodingName = page.EncodingName,
            Bytes = document.Bytes.ToArray(),
        };

    private async Task<int> NextSequenceAsync(PublishedPage page, CancellationToken cancellationToken) => 1 + (await db.Releases
        .Where(r => r.FiscalYear == page.FiscalYear.StartYear && r.AsOf == page.AsOf.Number)
        .MaxAsync(r => (int?)r.Sequence, cancellationToken) ?? 0);

    [LoggerMessage(Level = LogLevel.Error, Message = "Internal error while importing {Document} ({Sha256}); nothing of it is stored.")]
    private static partial void LogInternalError(ILogger log, Exception exception, string document, string sha256);

    private async Task<PublishOutcome> LoggedAsync(PublishOutcome outcome, ImportProposal proposal, Actor actor, string detail)
    {
        await new ActionLog(db, clock).WriteAsync(actor, LogAction.Publish, proposal.Document.Name, outcome.Logged, detail);
        return outcome;
    }
}
