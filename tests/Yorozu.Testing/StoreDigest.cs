using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Yorozu.Testing;

/// <summary>
/// The whole content of a store in one line: its data version and a hash of every row of every table, of which only
/// the clock's columns and the name of the person are left out. Two stores are the same when these are.
/// </summary>
public sealed record StoreDigest(long Version, string Hash)
{
    private static readonly string[] Circumstances = ["At", "ChangedAt", "PublishedAt", "WithdrawnAt", "Actor", "PublishedBy", "WithdrawnBy"];

    /// <summary>Reads a store after SQLite has found nothing wrong with it.</summary>
    /// <exception cref="InvalidDataException">The file is not sound.</exception>
    public static StoreDigest Of(string databasePath)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databasePath, Pooling = false }.ToString());
        connection.Open();
        var complaints = Rows(connection, "PRAGMA integrity_check").Where(r => r != "ok").Concat(Rows(connection, "PRAGMA foreign_key_check")).ToList();
        if (complaints.Count > 0) throw new InvalidDataException(string.Join('\n', complaints));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables(connection))
        {
            var columns = Rows(connection, $"SELECT name FROM pragma_table_info('{table}')").Except(Circumstances).Select(c => $"\"{c}\"").ToList();
            foreach (var row in Rows(connection, $"SELECT {string.Join(", ", columns)} FROM \"{table}\" ORDER BY {string.Join(", ", columns)}").Prepend(table))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
            }
        }

        var version = Tables(connection).Contains("store_state") ? long.Parse(Rows(connection, "SELECT DataVersion FROM store_state").Single(), null) : -1;
        return new StoreDigest(version, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static List<string> Tables(SqliteConnection connection) =>
        [.. Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")];

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))));
        }

        return rows;
    }
}
