using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Sqlite;

/// <summary>Inserts rows into a table. Straight through SQLite's own functions: parameters as objects take four times as long.</summary>
internal sealed class SqliteRowWriter : IRowWriter, IDisposable
{
    private readonly SqliteConnection _target;
    private readonly sqlite3_stmt _insert;
    private readonly EncodedTexts _texts = new(Encoding.UTF8.GetBytes);
    private int _column;

    public SqliteRowWriter(SqliteConnection target, string table, int columns)
    {
        _target = target;
        var insert = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Repeat("?", columns))})";
        Expect(raw.SQLITE_OK, raw.sqlite3_prepare_v2(target.Handle, insert, out _insert));
    }

    // Bytes of no length would be taken for NULL.
    public void WriteText(string text) => Expect(
        raw.SQLITE_OK,
        text.Length == 0 ? raw.sqlite3_bind_text(_insert, ++_column, utf8z.FromSpan("\0"u8)) : raw.sqlite3_bind_text(_insert, ++_column, _texts[text]));

    public void WriteNumber(long? number) => Expect(
        raw.SQLITE_OK,
        number is { } value ? raw.sqlite3_bind_int64(_insert, ++_column, value) : raw.sqlite3_bind_null(_insert, ++_column));

    public void WriteMonth(YearMonth? month)
    {
        if (month is { } value) WriteText(value.ToString());
        else WriteNumber(null);
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        Expect(raw.SQLITE_DONE, raw.sqlite3_step(_insert));
        Expect(raw.SQLITE_OK, raw.sqlite3_reset(_insert));
        _column = 0;
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _insert.Dispose();

    private void Expect(int expected, int code)
    {
        if (code != expected) SqliteException.ThrowExceptionForRC(code, _target.Handle);
    }
}
