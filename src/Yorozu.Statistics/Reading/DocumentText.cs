using System.Text;

namespace Yorozu.Statistics.Reading;

/// <summary>The text of a document and the encoding its bytes were in.</summary>
internal sealed record DocumentText(string Text, string EncodingName)
{
    /// <summary>Decodes the bytes.</summary>
    public static DocumentText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return new DocumentText(Encoding.UTF8.GetString(bytes), "utf-8");
    }
}
