using System.Globalization;
using System.Security.Cryptography;
using Yorozu.Statistics.Reading;

namespace Yorozu.Data.Publishing;

/// <summary>The bytes and file name of a document.</summary>
public sealed record DocumentFile
{
    private const int MaxNameLength = 200;

    public DocumentFile(string name, ReadOnlyMemory<byte> bytes)
    {
        Name = SafeName(name);
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
    }

    /// <summary>Reads a file: at most one byte more than a document may have, so that a longer one is refused.</summary>
    public static async Task<DocumentFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[DocumentReader.MaxBytes + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return new DocumentFile(path, bytes.AsMemory(0, length).ToArray());
    }

    /// <summary>The last part of the name, without control characters: safe for display and download.</summary>
    public string Name { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string Sha256 { get; }

    private static string SafeName(string name)
    {
        // Both separators: the name may come from another operating system.
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        // Format characters too: a right-to-left override makes "txt.exe" of "exe.txt".
        var visible = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)]).Trim();
        if (visible.Length > MaxNameLength) visible = visible[^MaxNameLength..];
        return visible is "" or "." or ".." ? "document" : visible;
    }
}
