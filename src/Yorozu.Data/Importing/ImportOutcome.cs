using Yorozu.Data.Log;
using Yorozu.Statistics.Reading;

namespace Yorozu.Data.Importing;

/// <summary>How an attempt to publish a document ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome(LogOutcome logged) => Logged = logged;

    /// <summary>The word for it in the log, in reports and in measurements.</summary>
    public LogOutcome Logged { get; }

    /// <summary>Stored whole, and public.</summary>
    public sealed record Published(int ReleaseId, long DataVersion) : ImportOutcome(LogOutcome.Published);

    /// <summary>The same bytes are published already; nothing was done.</summary>
    public sealed record AlreadyPublished(int ReleaseId) : ImportOutcome(LogOutcome.Unchanged);

    /// <summary>The document cannot be read; nothing of it was stored.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ImportOutcome(LogOutcome.Refused);

    /// <summary>Something else was published or withdrawn since the document was compared with the store: compare again.</summary>
    public sealed record BaseMoved(long DataVersion) : ImportOutcome(LogOutcome.Conflict);
}
