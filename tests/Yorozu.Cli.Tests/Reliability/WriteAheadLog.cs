using System.Buffers.Binary;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>The file SQLite writes to before the database, as https://sqlite.org/fileformat2.html#walformat describes it.</summary>
internal static class WriteAheadLog
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;

    /// <summary>True when the last transaction in it has no end: its writer died on the way.</summary>
    public static bool EndsUnfinished(string path)
    {
        if (!File.Exists(path)) return false;

        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < HeaderLength) return bytes.Length > 0;

        var frameLength = FrameHeaderLength + (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        var salts = bytes[16..24];
        var unfinished = false;
        for (var at = HeaderLength; at + FrameHeaderLength <= bytes.Length && bytes[(at + 8)..(at + 16)].SequenceEqual(salts); at += frameLength)
        {
            // The last frame of a transaction says how many pages the database has then.
            unfinished = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]) == 0;
        }

        return unfinished;
    }
}
