using System.Globalization;
using System.IO.Compression;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Decoding;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>
/// The parts of a workbook: XML files in a ZIP archive that refer to each other by relationships. Nothing is unpacked but the
/// parts that are asked for, no further than <see cref="MaxUnpacked"/> bytes in all, and no external file or entity is opened.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MaxUnpacked = 20 * 1024 * 1024;
    private const int MaxEntries = 2_000;

    /// <summary>What opening a part costs, in bytes, however short it is.</summary>
    private const int OpeningCost = 4096;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    /// <exception cref="WorkbookException">It is another file, or has too many parts.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public WorkbookPackage(Stream file)
    {
        _archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (_archive.Entries.Count > MaxEntries)
        {
            var most = MaxEntries.ToString("N0", CultureInfo.InvariantCulture);
            throw WorkbookException.TooLarge(new Phrase("ZIPの中のファイルが多すぎます"), new Phrase("{0}個まで", most));
        }

        foreach (var entry in _archive.Entries)
        {
            // Which of two parts of one name is meant depends on the program that reads it.
            if (!_parts.TryAdd(entry.FullName, entry)) throw WorkbookException.Damaged();
        }

        if (_archive.Entries.Any(e => e.IsEncrypted)) throw Foreign(ForeignFile.Encrypted);
        var main = Relationships("").FirstOrDefault(r => r.Kind == "officeDocument").Target;
        Workbook = main is not null && main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && main.StartsWith("xl/", StringComparison.Ordinal)
            ? main
            : throw Foreign(ForeignFile.InZip(_parts.Keys));
    }

    /// <summary>The part that lists the sheets.</summary>
    public string Workbook { get; }

    /// <summary>The parts that a part refers to. External ones are left out.</summary>
    public IReadOnlyList<(string Id, string Kind, string Target)> Relationships(string part)
    {
        var (folder, name) = (part[..(part.LastIndexOf('/') + 1)], part[(part.LastIndexOf('/') + 1)..]);
        if (!_parts.ContainsKey($"{folder}_rels/{name}.rels")) return [];
        var relationships = new List<(string, string, string)>();
        using var reader = Open($"{folder}_rels/{name}.rels");
        while (reader.MoveToElement())
        {
            if (reader.Name != "Relationship" || reader.Attribute("TargetMode") == "External") continue;
            var kind = reader.Attribute("Type");
            if (Uri.TryCreate(new Uri($"part:///{folder}"), reader.Attribute("Target"), out var target) && target.Scheme == "part")
            {
                relationships.Add((reader.Attribute("Id"), kind[(kind.LastIndexOf('/') + 1)..], Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/')));
            }
        }

        return relationships;
    }

    /// <summary>Reads a part from its beginning.</summary>
    public PartReader Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry)) throw WorkbookException.Damaged();
        Count(OpeningCost);
        return new PartReader(new CountedStream(entry.Open(), entry.Crc32, Count));
    }

    public void Dispose() => _archive.Dispose();

    private void Count(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked <= MaxUnpacked) return;
        throw WorkbookException.TooLarge(
            new Phrase("Excelブックの中身が大きすぎます"),
            new Phrase("展開して{0} MiBまで。書式だけの行や列、要らないシートを削除して保存し直してください", MaxUnpacked >> 20));
    }

    private static WorkbookException Foreign(ForeignFile file) => new(ProblemKind.ForeignFile, file.Found, file.Advice);
}
