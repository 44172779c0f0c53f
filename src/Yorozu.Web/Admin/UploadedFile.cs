using Yorozu.Data.Publishing;
using Yorozu.Statistics.Reading;

namespace Yorozu.Web.Admin;

/// <summary>Reads documents from a form.</summary>
internal static class UploadedFile
{
    /// <summary>The document. A too large one is read only far enough to be recognised as such.</summary>
    public static async Task<DocumentFile> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, DocumentReader.MaxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return new DocumentFile(file.FileName, bytes);
    }
}
