using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Sqlite;

/// <summary>Inserts rows into a table. Calls SQLite directly: parameters as objects take four times as long.</summary>
internal sealed class SqliteRowWriter : IRowWriter, IDisposable
{
    private readonly SqliteConnection _target;
    private readonly sqlite3_stmt _insert;
    private readonly EncodedTexts _texts = new(Encoding.UTF8.GetBytes);
    private readonly Dictionary<YearMonth, string> _months = [];
    private readonly Dictionary<DateOnly, string> _dates = [];

    // A bound value stays for the next row, and most repeat.
    private readonly Bound[] _bound;
    private int _column;

    public SqliteRowWriter(SqliteConnection target, string table, int columns)
    {
        (_target, _bound) = (target, new Bound[columns]);
        var insert = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Repeat("?", columns))})";
        Expect(raw.SQLITE_OK, raw.sqlite3_prepare_v2(target.Handle, insert, out _insert));
    }

    public void WriteText(string text)
    {
        ref var bound = ref _bound[_column++];
        if (ReferenceEquals(bound.Text, text)) return;
        bound = new Bound(text, null);
        // SQLite takes an empty byte array for NULL.
        if (text.Length == 0) Expect(raw.SQLITE_OK, raw.sqlite3_bind_text(_insert, _column, utf8z.FromSpan("\0"u8)));
        else Expect(raw.SQLITE_OK, raw.sqlite3_bind_text(_insert, _column, _texts[text]));
    }

    public void WriteNumber(long? number)
    {
        ref var bound = ref _bound[_column++];
        // Nothing is bound to begin with, which is NULL.
        if (bound.Text is null && bound.Number == number) return;
        bound = new Bound(null, number);
        Expect(raw.SQLITE_OK, number is { } value ? raw.sqlite3_bind_int64(_insert, _column, value) : raw.sqlite3_bind_null(_insert, _column));
    }

    /// <summary>The only kind of value of its column.</summary>
    public void WriteRatio(double? number)
    {
        _column++;
        Expect(raw.SQLITE_OK, number is { } value ? raw.sqlite3_bind_double(_insert, _column, value) : raw.sqlite3_bind_null(_insert, _column));
    }

    public void WriteMonth(YearMonth? month)
    {
        if (month is not { } value)
        {
            WriteNumber(null);
            return;
        }

        if (!_months.TryGetValue(value, out var text)) _months[value] = text = value.ToString();
        WriteText(text);
    }

    public void WriteDate(DateOnly day)
    {
        if (!_dates.TryGetValue(day, out var text)) _dates[day] = text = IsoDate.Of(day);
        WriteText(text);
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        Expect(raw.SQLITE_DONE, raw.sqlite3_step(_insert));
        Expect(raw.SQLITE_OK, raw.sqlite3_reset(_insert));
        _column = 0;
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _insert.Dispose();

    private readonly record struct Bound(string? Text, long? Number);

    private void Expect(int expected, int code)
    {
        if (code != expected) SqliteException.ThrowExceptionForRC(code, _target.Handle);
    }
}
