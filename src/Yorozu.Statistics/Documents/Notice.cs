namespace Yorozu.Statistics.Documents;

/// <summary>A remark on how a document was read, for a person. Not a reason to refuse the document.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Table">The heading of its table, as a person names it; empty outside a table.</param>
/// <param name="Text">What the reader skipped or inferred.</param>
public sealed record Notice(SourcePosition Position, Phrase Table, Phrase Text)
{
    /// <summary>The whole message, without the place.</summary>
    public Phrase Message => Table.IsNone ? Text : new Phrase("「{0}」: {1}", Table, Text);
}
