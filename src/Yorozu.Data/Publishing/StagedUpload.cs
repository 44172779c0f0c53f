using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Publishing;

/// <summary>A document that waits for its review, without its bytes.</summary>
public sealed record StagedUpload(int Id, string FileName, string Sha256, int Size, DateTimeOffset UploadedAt, string UploadedBy);

/// <summary>What an admin looks at before publishing: the upload, compared with what stands now.</summary>
public sealed record StagedReview(StagedUpload Upload, ImportProposal Proposal)
{
    /// <summary>True when publishing has to be explained: figures are revised, or a check failed.</summary>
    public bool NoteRequired => Proposal.Plan is { Revised: > 0 } || Proposal.CheckResults.Any(f => !f.Passed);

    /// <summary>Why the upload must not be published with this note by somebody who saw it compared with this data version; null when it may.</summary>
    internal PublishOutcome? Refusal(long baseVersion, string note, bool acceptNew) =>
        Proposal.BaseVersion != baseVersion ? new PublishOutcome.Conflict()
        : !acceptNew && Proposal.Questions.Any() ? new PublishOutcome.NameUndecided()
        : NoteRequired && note.Length == 0 ? new PublishOutcome.NoteMissing()
        : note.Length > PublicNote.MaxLength ? new PublishOutcome.NoteTooLong()
        : null;
}

/// <summary>What became of one uploaded document.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>It waits for its review, under this number; uploaded again, still under the first one.</summary>
    public sealed record Staged(int UploadId, bool WasWaiting) : UploadOutcome;

    /// <summary>The same bytes are public already.</summary>
    public sealed record AlreadyPublished(int ReleaseId) : UploadOutcome;

    /// <summary>It cannot be read; nothing of it was kept, unless the program itself failed.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : UploadOutcome
    {
        public bool IsInternalError => Problems[0].Kind == ProblemKind.InternalError;
    }

    /// <summary>More bytes than any page can have; it was not even looked at.</summary>
    public sealed record TooLarge : UploadOutcome;
}
