using Yorozu.Data.Audit;
using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Publishing;

/// <summary>How an attempt to publish a document ended. Only <see cref="Published"/> changed the public data.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome(LogOutcome logged) => Logged = logged;

    /// <summary>The word for it in the log, in reports and in measurements.</summary>
    public LogOutcome Logged { get; }

    /// <summary>Stored whole, and public.</summary>
    public sealed record Published(int ReleaseId, long DataVersion) : PublishOutcome(LogOutcome.Published);

    /// <summary>The same bytes are published already; nothing was done.</summary>
    public sealed record AlreadyPublished(int ReleaseId) : PublishOutcome(LogOutcome.Unchanged);

    /// <summary>The document cannot be read; nothing of it was stored.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : PublishOutcome(LogOutcome.Refused);

    /// <summary>Something else was published or withdrawn since the document was compared with the store: compare again.</summary>
    public sealed record Conflict() : PublishOutcome(LogOutcome.Conflict);

    /// <summary>Nobody said why figures are revised or checks fail.</summary>
    public sealed record NoteMissing() : PublishOutcome(LogOutcome.NoteMissing);

    /// <summary>Nobody said whether a name that resembles a known one is new.</summary>
    public sealed record NameUndecided() : PublishOutcome(LogOutcome.NameUndecided);

    /// <summary>The note is longer than <see cref="PublicNote.MaxLength"/>.</summary>
    public sealed record NoteTooLong() : PublishOutcome(LogOutcome.Refused);

    /// <summary>There is no such upload any more: published or discarded by somebody else.</summary>
    public sealed record Gone() : PublishOutcome(LogOutcome.Gone);
}
