using Microsoft.Data.Sqlite;

namespace Yorozu.Testing;

/// <summary>A database file as any SQLite tool sees it.</summary>
public sealed class StoreFile : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoreFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
    }

    /// <summary>The rows of an answer, their values with a bar between, as <c>sqlite3</c> prints them.</summary>
    public List<string> Rows(string sql, char separator = '|')
    {
        using var command = new SqliteCommand(sql, _connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join(separator, Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private static object Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value;
}
