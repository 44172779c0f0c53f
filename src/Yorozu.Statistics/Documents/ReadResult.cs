namespace Yorozu.Statistics.Documents;

/// <summary>The result of reading a document: either the page or every problem found.</summary>
public sealed record ReadResult
{
    private ReadResult(PublishedPage? page, IReadOnlyList<Problem> problems) => (Page, Problems) = (page, problems);

    /// <summary>The page, or null when the document is refused.</summary>
    public PublishedPage? Page { get; }

    /// <summary>Every problem, in document order; empty when the document was read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>A document that was read.</summary>
    public static ReadResult Read(PublishedPage page) => new(page, []);

    /// <summary>A refused document.</summary>
    /// <exception cref="ArgumentException">The list of problems is empty.</exception>
    public static ReadResult Refused(IReadOnlyList<Problem> problems) =>
        problems.Count > 0 ? new(null, problems) : throw new ArgumentException("A refusal names at least one problem.", nameof(problems));
}
