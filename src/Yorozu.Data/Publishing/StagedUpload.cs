using Yorozu.Data.Audit;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>A document staged for review, without its bytes.</summary>
/// <param name="PublishedOn">The day on which its publisher published it; null when the upload gave none.</param>
public sealed record StagedUpload(
    int Id, string FileName, string Sha256, int Size, DateTimeOffset UploadedAt, string UploadedBy, DateOnly? PublishedOn = null);

/// <summary>What an admin confirmed in the review of an upload.</summary>
/// <param name="NewNames">Names that resemble known ones are new.</param>
/// <param name="Date">Year and month are right, although something speaks against them.</param>
/// <param name="PublishedOn">The day on which its publisher published the document; null for that of the upload, or today.</param>
public readonly record struct Acceptance(bool NewNames = false, bool Date = false, DateOnly? PublishedOn = null);

/// <summary>The review of an upload: its comparison with the current data.</summary>
public sealed record StagedReview(StagedUpload Upload, ImportProposal Proposal)
{
    /// <summary>
    /// True when publishing needs a note: figures are revised, the page as a whole is doubtful, or a check failed other than the warnings
    /// that are known, because their figures are public or because they were acknowledged.
    /// </summary>
    public bool NoteRequired =>
        Proposal is { Plan.Revised: > 0 } or { Warnings.Count: > 0 } or { DateQuestions.Count: > 0 } or { NewWarnings.Count: > 0 }
        || Proposal.CheckResults.Any(f => !f.Passed && (f.Kind.IsSum() || f.Kind == CheckKind.Missing));

    /// <summary>Why the upload cannot be published with this note after a review at this data version; null when it can.</summary>
    internal PublishOutcome? Refusal(long baseVersion, string note, Acceptance accepted) =>
        Proposal.BaseVersion != baseVersion ? new PublishOutcome.Conflict()
        // Nothing is published: what says so needs no note.
        : Proposal.ExistingRelease is not null ? null
        // Another admin decided on the names in between.
        : accepted.NewNames && !Proposal.Questions.Any() ? new PublishOutcome.Conflict()
        : !accepted.NewNames && Proposal.Questions.Any() ? new PublishOutcome.NameUndecided()
        : Proposal.Unconfirmed(accepted) is { } unconfirmed ? unconfirmed
        : NoteRequired && note.Length == 0 ? new PublishOutcome.NoteMissing()
        : note.Length > PublicNote.MaxLength ? new PublishOutcome.NoteTooLong()
        : null;
}

/// <summary>The outcome of one upload.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome(LogOutcome logged) => Logged = logged;

    /// <summary>Its code in the log and reports.</summary>
    public LogOutcome Logged { get; }

    /// <summary>Staged for review under this number. The same bytes keep their first number.</summary>
    public sealed record Staged(int UploadId, bool WasWaiting) : UploadOutcome(WasWaiting ? LogOutcome.Unchanged : LogOutcome.Staged);

    /// <summary>The same bytes wait already under this number, and now have the day of publication that was given with them.</summary>
    public sealed record Redated(int UploadId, DateOnly PublishedOn) : UploadOutcome(LogOutcome.Redated);

    /// <summary>The same bytes are already public.</summary>
    public sealed record AlreadyPublished(int ReleaseId) : UploadOutcome(LogOutcome.Unchanged);

    /// <summary>It cannot be read; it was discarded unless the program failed.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : UploadOutcome(LogOutcome.Refused)
    {
        /// <summary>Why no page can be in the file, as the only problem; null when it was read as a page.</summary>
        public Problem? ForeignFile => Problems[0].Kind is ProblemKind.ForeignFile or ProblemKind.Empty ? Problems[0] : null;

        public bool IsInternalError => Problems[0].Kind == ProblemKind.InternalError;
    }

    /// <summary>Larger than any page can be; it was not read.</summary>
    public sealed record TooLarge() : UploadOutcome(LogOutcome.TooLarge);

    /// <summary>The document cannot have been published on the day that was given; it was discarded.</summary>
    public sealed record DateImpossible(Phrase Reason) : UploadOutcome(LogOutcome.Refused);
}
