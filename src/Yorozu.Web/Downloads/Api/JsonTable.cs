using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;

namespace Yorozu.Web.Downloads.Api;

/// <summary>Writes rows as a JSON array of objects named by column, inside an object with the data version.</summary>
internal sealed class JsonTable : IRowWriter, IAsyncDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter _writer;
    private readonly JsonEncodedText[] _names;
    private int _column;

    public JsonTable(Stream stream, Dataset dataset, long dataVersion)
    {
        _writer = new Utf8JsonWriter(stream, Options);
        _names = [.. dataset.Columns.Select(c => JsonEncodedText.Encode(c.Name))];
        _writer.WriteStartObject();
        _writer.WriteNumber("data_version", dataVersion);
        _writer.WriteStartArray(dataset.Name);
    }

    public void WriteText(string text) => _writer.WriteString(NextName(), text);

    public void WriteMonth(YearMonth? month) => _writer.WriteString(NextName(), month?.ToString());

    public void WriteDate(DateOnly day) => _writer.WriteString(NextName(), IsoDate.Of(day));

    public void WriteNumber(long? number)
    {
        if (number is { } value) _writer.WriteNumber(NextName(), value);
        else _writer.WriteNull(NextName());
    }

    public void WriteRatio(double? number)
    {
        // As decimal: 15 digits, without an exponent.
        if (number is { } value) _writer.WriteNumber(NextName(), (decimal)value);
        else _writer.WriteNull(NextName());
    }

    public async ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        _writer.WriteEndObject();
        _column = 0;
        if (_writer.BytesPending > FlushAt) await _writer.FlushAsync(cancellationToken);
    }

    /// <summary>Closes the array and writes the links to the next page.</summary>
    /// <param name="total">How many rows all pages have.</param>
    /// <param name="after">The cursor for the next page; null on the last one.</param>
    /// <param name="next">Its address; null on the last page.</param>
    public void Finish(long total, string? after, string? next)
    {
        _writer.WriteEndArray();
        _writer.WriteString("after", after);
        _writer.WriteString("next", next);
        End(total);
    }

    /// <summary>Closes the array of all rows.</summary>
    public void Finish(long total)
    {
        _writer.WriteEndArray();
        End(total);
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void End(long total)
    {
        _writer.WriteNumber("total", total);
        _writer.WriteEndObject();
    }

    private JsonEncodedText NextName()
    {
        if (_column == 0) _writer.WriteStartObject();
        return _names[_column++];
    }
}
