namespace Yorozu.Statistics.Documents;

/// <summary>Something a person should know about how a document was read; it is no reason to refuse it.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Table">The heading of the table it is in, as a person names it; empty when it is in none.</param>
/// <param name="Text">What was skipped or understood, in Japanese.</param>
public sealed record Notice(SourcePosition Position, string Table, string Text)
{
    /// <summary>The whole message in Japanese, without the place.</summary>
    public string Message => Table.Length > 0 ? $"「{Table}」: {Text}" : Text;
}
