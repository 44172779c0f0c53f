namespace Yorozu.Statistics.Documents;

/// <summary>The outcome of reading a document: the page, or every problem found, never both.</summary>
public sealed record ReadResult
{
    private ReadResult(PublishedPage? page, IReadOnlyList<Problem> problems) => (Page, Problems) = (page, problems);

    /// <summary>What the document says, or null when it is refused.</summary>
    public PublishedPage? Page { get; }

    /// <summary>Every problem, in the order of their places; empty when the document was read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>A document that was read whole.</summary>
    public static ReadResult Read(PublishedPage page) => new(page, []);

    /// <summary>A document that is refused whole.</summary>
    /// <exception cref="ArgumentException">There is no problem to refuse it for.</exception>
    public static ReadResult Refused(IReadOnlyList<Problem> problems) =>
        problems.Count > 0 ? new(null, problems) : throw new ArgumentException("A refusal names at least one problem.", nameof(problems));
}
