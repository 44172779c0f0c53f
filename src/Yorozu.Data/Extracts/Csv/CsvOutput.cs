using System.Buffers.Text;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>
/// Writes CSV fields as bytes: RFC 4180 quoting, CRLF, formulas defused in text and never in numbers. Written by hand
/// because the whole archive has to come out faster than <c>sqlite3 -csv</c>; texts repeat, so each is encoded once.
/// </summary>
public sealed class CsvOutput(Stream stream, CsvEncoding encoding)
{
    private const int FlushAt = 1 << 16;
    private const int LongestNumber = 20;

    private readonly Dictionary<string, byte[]> _encoded = new(StringComparer.Ordinal);
    private byte[] _buffer = [.. encoding.Preamble, .. new byte[FlushAt + 4096]];
    private int _length = encoding.Preamble.Length;
    private bool _midRow;

    /// <summary>Rows written, the heading included.</summary>
    public long Rows { get; private set; }

    public void Text(string text)
    {
        if (!_encoded.TryGetValue(text, out var bytes)) _encoded.Add(text, bytes = encoding.GetBytes(Quote(Defuse(text))));
        Raw(bytes);
    }

    /// <summary>Bytes that are safe as they are: digits, codes, dates.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Separate(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Number(long? number)
    {
        Separate(LongestNumber);
        if (number is not { } value) return;
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>A two-digit code, 00 to 99.</summary>
    public void Code(int code)
    {
        Separate(2);
        Digits(code, 2);
    }

    /// <summary>A month, given as year × 100 + month, as YYYY-MM.</summary>
    public void Month(int month)
    {
        Separate(7);
        Digits(month / 100, 4);
        _buffer[_length++] = (byte)'-';
        Digits(month % 100, 2);
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        _buffer[_length++] = (byte)'\r';
        _buffer[_length++] = (byte)'\n';
        _midRow = false;
        Rows++;
        return _length < FlushAt ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_buffer.AsMemory(0, _length), cancellationToken);
        _length = 0;
    }

    /// <summary>A field that a spreadsheet would run as a formula gets an apostrophe in front (full-width signs too: Japanese Excel runs them).</summary>
    private static string Defuse(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Digits(int number, int width)
    {
        for (var i = _length + width - 1; i >= _length; i--, number /= 10) _buffer[i] = (byte)('0' + (number % 10));
        _length += width;
    }

    private void Separate(int needed)
    {
        // Room for the field, its comma and the line end.
        if (_buffer.Length < _length + needed + 3) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + needed + 3));
        if (_midRow) _buffer[_length++] = (byte)',';
        _midRow = true;
    }
}
