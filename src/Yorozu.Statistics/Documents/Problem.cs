namespace Yorozu.Statistics.Documents;

/// <summary>One reason to refuse a document: content that cannot be read as a published page.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Position">Where it stands; nowhere when it concerns the document as a whole.</param>
/// <param name="Where">The cell as a person names it, such as 「3.課題解決件数 の 鳥取県・8月」; empty when it is not in a cell.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should stand there; empty when nothing else would do.</param>
/// <param name="OffendingText">The text as printed, cut to a readable length; empty when something is missing.</param>
public sealed record Problem(ProblemKind Kind, SourcePosition Position, Phrase Where, Phrase Found, Phrase Expected, string OffendingText)
{
    /// <summary>The heading of the problem's table, as a person names it; empty outside a table.</summary>
    public Phrase Table { get; init; } = Phrase.None;

    /// <summary>The whole message, without the place.</summary>
    public Phrase Message => Where.IsNone ? Fault : new Phrase("{0}: {1}", Where, Fault);

    private Phrase Fault => Expected.IsNone ? Found
        : Kind is ProblemKind.ForeignFile or ProblemKind.Empty ? new Phrase("{0}。{1}。", Found, Expected)
        : new Phrase("{0}（{1}）", Found, Expected);
}
