using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Publishing;

/// <summary>How an attempt to publish a document ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome(string code) => Code = code;

    /// <summary>The word for it in the log, in reports and in measurements.</summary>
    public string Code { get; }

    /// <summary>Stored whole, and public.</summary>
    public sealed record Published(int ReleaseId, long DataVersion) : ImportOutcome("published");

    /// <summary>The same bytes are published already; nothing was done.</summary>
    public sealed record AlreadyPublished(int ReleaseId) : ImportOutcome("unchanged");

    /// <summary>The document cannot be read; nothing of it was stored.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ImportOutcome("refused");

    /// <summary>Something else was published or withdrawn since the document was compared with the store: compare again.</summary>
    public sealed record BaseMoved(long DataVersion) : ImportOutcome("base-moved");
}
