using Yorozu.Data.Publishing;
using Yorozu.Statistics.Reading;

namespace Yorozu.Web.Admin;

/// <summary>Reads files from a form.</summary>
internal static class UploadedFile
{
    public static async Task<DocumentFile> ReadAsync(IFormFile file, CancellationToken cancellationToken) =>
        new(file.FileName, await BytesAsync(file, DocumentReader.MaxBytes, cancellationToken));

    /// <summary>The content. A too large one is read only far enough to be recognised as such.</summary>
    public static async Task<byte[]> BytesAsync(IFormFile file, int maxBytes, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, maxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
