using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yorozu.Data.Extracts.Csv;

namespace Yorozu.Web.Downloads.Api;

/// <summary>Writes rows as a JSON array of objects whose names are the columns', inside an object that says which data it is.</summary>
internal sealed class JsonTable : IAsyncDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter _writer;
    private readonly IReadOnlyList<JsonEncodedText> _names;

    public JsonTable(Stream stream, TableExtract table, long dataVersion)
    {
        _writer = new Utf8JsonWriter(stream, Options);
        _names = [.. table.Columns.Select(c => JsonEncodedText.Encode(c.Name))];
        _writer.WriteStartObject();
        _writer.WriteNumber("data_version", dataVersion);
        _writer.WriteStartArray(table.Name);
    }

    public long Rows { get; private set; }

    public async ValueTask AddAsync(object?[] row, CancellationToken cancellationToken)
    {
        _writer.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is string text) _writer.WriteString(_names[i], text);
            else if (row[i] is long number) _writer.WriteNumber(_names[i], number);
            else _writer.WriteNull(_names[i]);
        }

        _writer.WriteEndObject();
        Rows++;
        if (_writer.BytesPending > FlushAt) await _writer.FlushAsync(cancellationToken);
    }

    /// <summary>Closes the array and says how to go on.</summary>
    /// <param name="after">The cursor for the next page; null on the last one.</param>
    /// <param name="next">Its address; null on the last page.</param>
    public void Finish(string? after, string? next)
    {
        _writer.WriteEndArray();
        _writer.WriteString("after", after);
        _writer.WriteString("next", next);
        _writer.WriteEndObject();
    }

    public void Finish()
    {
        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
