using System.Security.Cryptography;
using System.Text;

namespace Yorozu.Testing;

/// <summary>
/// The whole content of a store in one line: its data version and a hash of every row of every table, of which only
/// the clock's columns and the name of the person are left out. Two stores are the same when these are.
/// </summary>
public sealed record StoreDigest(long Version, string Hash)
{
    private static readonly string[] Circumstances =
        ["at", "changed_at", "published_at", "published_on", "withdrawn_at", "actor", "published_by", "published_as", "withdrawn_by"];

    /// <summary>Reads a store after SQLite has found nothing wrong with it.</summary>
    /// <exception cref="InvalidDataException">The file is not sound.</exception>
    public static StoreDigest Of(string databasePath)
    {
        using var file = new StoreFile(databasePath);
        var faults = file.Rows("PRAGMA integrity_check").Where(r => r != "ok").Concat(file.Rows("PRAGMA foreign_key_check")).ToList();
        if (faults.Count > 0) throw new InvalidDataException(string.Join('\n', faults));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables(file))
        {
            var columns = file.Rows($"SELECT name FROM pragma_table_info('{table}')").Except(Circumstances).Select(c => $"\"{c}\"").ToList();
            foreach (var row in file.Rows($"SELECT {string.Join(", ", columns)} FROM {table} ORDER BY {string.Join(", ", columns)}").Prepend(table))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
            }
        }

        var version = Tables(file).Contains("store_state") ? long.Parse(file.Rows("SELECT * FROM store_state").Single().Split('|')[1], null) : -1;
        return new StoreDigest(version, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static List<string> Tables(StoreFile file) =>
        [.. file.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")];
}
