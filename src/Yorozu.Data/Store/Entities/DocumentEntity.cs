namespace Yorozu.Data.Store.Entities;

/// <summary>One file as published (公表資料).</summary>
public sealed class DocumentEntity
{
    public int Id { get; set; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    public required string FileName { get; set; }

    public required string MediaType { get; set; }

    public required string EncodingName { get; set; }

    public required byte[] Bytes { get; set; }
}
