namespace Yorozu.Data.Store.Entities;

/// <summary>An uploaded document that waits for review. Deleted when it is published or discarded.</summary>
public sealed class StagedUploadEntity
{
    public int Id { get; set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    public required string FileName { get; set; }

    public required byte[] Bytes { get; set; }

    public DateTimeOffset UploadedAt { get; set; }

    public required string UploadedBy { get; set; }

    /// <summary>The day on which its publisher published the document, where the upload gave one.</summary>
    public DateOnly? PublishedOn { get; set; }
}
