using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Data.Publishing;

/// <summary>Uploads waiting for review. Kept in the store, so that a restart loses none.</summary>
public sealed class StagingArea(YorozuDbContext db, Importer importer, ActionLog log, TimeProvider clock)
{
    /// <summary>Reads a document and stages it.</summary>
    public async Task<UploadOutcome> UploadAsync(DocumentFile document, Actor actor, CancellationToken cancellationToken) =>
        await UploadAsync(await importer.PrepareAsync(document, cancellationToken), actor, cancellationToken);

    /// <summary>Stages a document that was read.</summary>
    /// <param name="publishedOn">The day on which its publisher published the document, if known.</param>
    public async Task<UploadOutcome> UploadAsync(ImportProposal proposal, Actor actor, CancellationToken cancellationToken, DateOnly? publishedOn = null)
    {
        var (document, outcome) = (proposal.Document, await ReceiveAsync(proposal, publishedOn, actor, cancellationToken));
        var detail = outcome switch
        {
            UploadOutcome.Refused refused => refused.Problems[0].Message.ToString(),
            UploadOutcome.DateImpossible impossible => impossible.Reason.ToString(),
            UploadOutcome.Redated redated => IsoDate.Of(redated.PublishedOn),
            _ => "",
        };
        await log.WriteAsync(actor, LogAction.Upload, document.Name, outcome.Logged, detail);
        return outcome;
    }

    /// <summary>All staged uploads, oldest first.</summary>
    public Task<List<StagedUpload>> ListAsync(CancellationToken cancellationToken) =>
        Uploads(db.StagedUploads.OrderBy(s => s.Id)).ToListAsync(cancellationToken);

    public Task<DocumentFile?> DocumentAsync(int id, CancellationToken cancellationToken) =>
        db.StagedUploads.Where(s => s.Id == id).Select(s => new DocumentFile(s.FileName, s.Bytes)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The upload compared with the current data, or null when it is no longer staged.</summary>
    public async Task<StagedReview?> ReviewAsync(int id, CancellationToken cancellationToken)
    {
        if (await Uploads(db.StagedUploads.Where(s => s.Id == id)).SingleOrDefaultAsync(cancellationToken) is not { } upload) return null;
        if (await DocumentAsync(id, cancellationToken) is not { } document) return null;
        return new StagedReview(upload, await importer.PrepareAsync(document, cancellationToken));
    }

    /// <summary>Decides that a name of the upload means a known one, as its review offers.</summary>
    /// <returns>False when the upload is no longer staged or the review does not offer it.</returns>
    public async Task<bool> DecideAsync(int id, NameDecision decision, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var review = await ReviewAsync(id, cancellationToken);
        var isOffered = review?.Proposal.Questions.Any(q => q.Offers.Any(o => o.Decision == decision)) == true;
        if (isOffered) db.WriteDecision(id, decision);
        await LogDecisionAsync(id, decision, isOffered ? LogOutcome.Decided : LogOutcome.Gone, actor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isOffered;
    }

    /// <summary>Takes a decision back: the name is a question again.</summary>
    /// <returns>False when there is no such decision.</returns>
    public async Task<bool> UndecideAsync(int id, NameDecision decision, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isRemoved = await db.RemoveDecisionAsync(id, decision, cancellationToken);
        await LogDecisionAsync(id, decision, isRemoved ? LogOutcome.Undecided : LogOutcome.Gone, actor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isRemoved;
    }

    /// <summary>Acknowledges a warning of the review: it is known from then on, for every upload with this value of the cell.</summary>
    /// <param name="reason">As it was typed.</param>
    public async Task<AcknowledgeOutcome> AcknowledgeAsync(int id, WarningKey warning, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var text = PublicNote.Of(reason).ReplaceLineEndings(" ");
        var warnings = (await ReviewAsync(id, cancellationToken))?.Proposal.NewWarnings ?? [];
        AcknowledgeOutcome outcome = text.Length == 0 ? new AcknowledgeOutcome.ReasonMissing()
            : text.Length > Acknowledgement.MaxReasonLength ? new AcknowledgeOutcome.ReasonTooLong()
            : !warnings.Any(w => WarningKey.Of(w) == warning) ? new AcknowledgeOutcome.Gone()
            : new AcknowledgeOutcome.Acknowledged();
        if (outcome is AcknowledgeOutcome.Acknowledged) db.WriteAcknowledgement(new Acknowledgement(warning, text, actor.Name, clock.GetUtcNow()));
        await log.WriteAsync(actor, LogAction.Acknowledge, await NameAsync(id, cancellationToken), outcome.Logged, $"{warning}: {text}");
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Takes an acknowledgement back.</summary>
    public async Task<AcknowledgeOutcome> RetractAsync(int id, WarningKey warning, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        AcknowledgeOutcome outcome = await db.RemoveAcknowledgementAsync(warning, cancellationToken)
            ? new AcknowledgeOutcome.Retracted()
            : new AcknowledgeOutcome.Gone();
        await log.WriteAsync(actor, LogAction.Acknowledge, await NameAsync(id, cancellationToken), outcome.Logged, $"{warning}");
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Publishes the upload if the data has not changed since the review.</summary>
    /// <param name="baseVersion">The data version of the review.</param>
    /// <param name="note">As it was typed.</param>
    /// <param name="accepted">What the admin confirmed.</param>
    public async Task<PublishOutcome> PublishAsync(
        int id, long baseVersion, string? note, Actor actor, CancellationToken cancellationToken, Acceptance accepted = default)
    {
        if (await ReviewAsync(id, cancellationToken) is not { } review) return await LoggedAsync(new PublishOutcome.Gone(), actor, Number(id));
        if (review.Refusal(baseVersion, PublicNote.Of(note), accepted) is { } refusal) return await LoggedAsync(refusal, actor, review.Upload.FileName);

        var dated = accepted with { PublishedOn = accepted.PublishedOn ?? review.Upload.PublishedOn };
        var outcome = await importer.PublishAsync(review.Proposal, actor, PublicNote.Of(note), cancellationToken, dated);
        if (outcome is PublishOutcome.AlreadyPublished) await RemoveAsync(id, cancellationToken);
        return outcome is PublishOutcome.Conflict ? await LoggedAsync(outcome, actor, review.Upload.FileName) : outcome;
    }

    /// <summary>False when it is no longer staged.</summary>
    public async Task<bool> DiscardAsync(int id, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var name = await NameAsync(id, cancellationToken);
        var discarded = await RemoveAsync(id, cancellationToken);
        await log.WriteAsync(actor, LogAction.Discard, name, discarded ? LogOutcome.Discarded : LogOutcome.Gone);
        await transaction.CommitAsync(cancellationToken);
        return discarded;
    }

    private async Task<UploadOutcome> ReceiveAsync(ImportProposal proposal, DateOnly? publishedOn, Actor actor, CancellationToken cancellationToken)
    {
        var document = proposal.Document;
        if (proposal.Page is null)
        {
            var isTooLarge = document.Bytes.Length > DocumentReader.MaxBytes && proposal.Reading.Problems[0].Kind == ProblemKind.TooLarge;
            if (isTooLarge) return new UploadOutcome.TooLarge();
            var refused = new UploadOutcome.Refused(proposal.Reading.Problems);
            // Not an error of the document: keep it for debugging.
            if (refused.IsInternalError) await StageAsync(document, publishedOn, actor, cancellationToken);
            return refused;
        }

        if (proposal.ExistingRelease is { } existing) return new UploadOutcome.AlreadyPublished(existing);
        return publishedOn is { } day && PublicationDate.Refusal(proposal.Page, day, PublicationDate.Today(clock)) is { } reason
            ? new UploadOutcome.DateImpossible(reason)
            : await StageAsync(document, publishedOn, actor, cancellationToken);
    }

    private async Task<UploadOutcome> StageAsync(DocumentFile document, DateOnly? publishedOn, Actor actor, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Uploads(db.StagedUploads.Where(s => s.Sha256 == document.Sha256)).SingleOrDefaultAsync(cancellationToken) is { } waiting)
        {
            if (publishedOn is not { } day || day == waiting.PublishedOn) return new UploadOutcome.Staged(waiting.Id, WasWaiting: true);
            await db.StagedUploads.Where(s => s.Id == waiting.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.PublishedOn, day), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new UploadOutcome.Redated(waiting.Id, day);
        }

        var staged = new StagedUploadEntity
        {
            Sha256 = document.Sha256,
            FileName = document.Name,
            Bytes = document.Bytes.ToArray(),
            UploadedAt = clock.GetUtcNow(),
            UploadedBy = actor.Name,
            PublishedOn = publishedOn,
        };
        db.StagedUploads.Add(staged);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return new UploadOutcome.Staged(staged.Id, WasWaiting: false);
    }

    private async Task<PublishOutcome> LoggedAsync(PublishOutcome outcome, Actor actor, string subject)
    {
        await log.WriteAsync(actor, LogAction.Publish, subject, outcome.Logged);
        return outcome;
    }

    private async Task LogDecisionAsync(int id, NameDecision decision, LogOutcome outcome, Actor actor, CancellationToken cancellationToken) =>
        await log.WriteAsync(actor, LogAction.Decide, await NameAsync(id, cancellationToken), outcome, $"{decision.Name} = {decision.Known}");

    /// <summary>The file name of an upload as the log names it; its number when it is no longer staged.</summary>
    private async Task<string> NameAsync(int id, CancellationToken cancellationToken) =>
        await db.StagedUploads.Where(s => s.Id == id).Select(s => s.FileName).SingleOrDefaultAsync(cancellationToken) ?? Number(id);

    private static string Number(int id) => string.Create(CultureInfo.InvariantCulture, $"upload {id}");

    private async Task<bool> RemoveAsync(int id, CancellationToken cancellationToken) =>
        await db.StagedUploads.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;

    private static IQueryable<StagedUpload> Uploads(IQueryable<StagedUploadEntity> rows) =>
        rows.Select(s => new StagedUpload(s.Id, s.FileName, s.Sha256, s.Bytes.Length, s.UploadedAt, s.UploadedBy, s.PublishedOn));
}
