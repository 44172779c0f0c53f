using Yorozu.Data.Audit;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Publishing;

/// <summary>The outcome of an attempt to publish a document. Only <see cref="Published"/> changed the public data.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome(LogOutcome logged) => Logged = logged;

    /// <summary>Its code in the log, reports and meters.</summary>
    public LogOutcome Logged { get; }

    /// <summary>Stored and public.</summary>
    public sealed record Published(int ReleaseId, long DataVersion) : PublishOutcome(LogOutcome.Published);

    /// <summary>The same bytes are already published; nothing was done.</summary>
    public sealed record AlreadyPublished(int ReleaseId) : PublishOutcome(LogOutcome.Unchanged);

    /// <summary>The document cannot be read; nothing was stored.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : PublishOutcome(LogOutcome.Refused);

    /// <summary>Something else was published or withdrawn since the document was compared with the store: compare again.</summary>
    public sealed record Conflict() : PublishOutcome(LogOutcome.Conflict);

    /// <summary>The note that must explain revised figures or failed checks is missing.</summary>
    public sealed record NoteMissing() : PublishOutcome(LogOutcome.NoteMissing);

    /// <summary>A name that resembles a known one was not confirmed as new.</summary>
    public sealed record NameUndecided() : PublishOutcome(LogOutcome.NameUndecided);

    /// <summary>A doubtful year and month were not confirmed.</summary>
    public sealed record DateUnconfirmed(YearMonth AsOf) : PublishOutcome(LogOutcome.DateUnconfirmed);

    /// <summary>The note is longer than <see cref="PublicNote.MaxLength"/>.</summary>
    public sealed record NoteTooLong() : PublishOutcome(LogOutcome.Refused);

    /// <summary>The document cannot have been published on that day.</summary>
    public sealed record DateImpossible(Phrase Reason) : PublishOutcome(LogOutcome.Refused);

    /// <summary>The upload is gone: published or discarded by another admin.</summary>
    public sealed record Gone() : PublishOutcome(LogOutcome.Gone);
}
