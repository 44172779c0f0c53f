namespace Yorozu.Statistics.Reading;

/// <summary>Reads a published document, text or HTML: the one entrance to reading.</summary>
public static class DocumentReader
{
    /// <summary>Reads a whole document or refuses it whole.</summary>
    /// <param name="document">The bytes as published; the content decides the format, not a file name.</param>
    /// <param name="catalogue">The known metrics.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The page, or every problem found. Bad input never throws.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReadResult Read(ReadOnlyMemory<byte> document, MetricCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        var text = DocumentText.Decode(document.Span);
        var blocks = TextGridReader.Read(text.Text, cancellationToken);
        return new PageReader(catalogue, DocumentFormat.Text, text.EncodingName).Read(blocks);
    }
}
