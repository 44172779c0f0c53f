using Yorozu.Data.Publishing;
using Yorozu.Statistics.Reading;

namespace Yorozu.Web.Admin;

/// <summary>Takes documents out of a form.</summary>
internal static class UploadedFile
{
    /// <summary>The document; of one that is too large just enough for it to be found so.</summary>
    public static async Task<DocumentFile> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, DocumentReader.MaxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return new DocumentFile(file.FileName, bytes);
    }
}
