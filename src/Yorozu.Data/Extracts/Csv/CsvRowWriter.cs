using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>Writes CSV: RFC 4180 quoting, CRLF, formulas escaped in text but not in numbers.</summary>
public sealed class CsvRowWriter : IRowWriter
{
    private readonly EncodedTexts _texts;
    private readonly Utf8Buffer _buffer;
    private int _column;

    public CsvRowWriter(Stream stream, CsvEncoding encoding)
    {
        _texts = new EncodedTexts(text => encoding.GetBytes(Quote(Defuse(text))));
        _buffer = new Utf8Buffer(stream);
        _buffer.Write(encoding.Preamble);
    }

    public void WriteText(string text) => WriteRaw(_texts[_column, text]);

    /// <summary>Bytes that need no escaping, such as decimal numbers.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        Separate();
        _buffer.Write(bytes);
    }

    public void WriteNumber(long? number)
    {
        if (number is { } value) _buffer.Write(_column++ > 0 ? ","u8 : [], value, []);
        else Separate();
    }

    public void WriteRatio(double? number)
    {
        Separate();
        if (number is { } value) _buffer.WriteNumber(value);
    }

    public void WriteMonth(YearMonth? month)
    {
        Separate();
        if (month is not { } value) return;
        _buffer.WriteDigits(value.Year, 4);
        _buffer.Write((byte)'-');
        _buffer.WriteDigits(value.Month, 2);
    }

    public void WriteDate(DateOnly day)
    {
        WriteMonth(new YearMonth(day.Year, day.Month));
        _buffer.Write((byte)'-');
        _buffer.WriteDigits(day.Day, 2);
    }

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        _buffer.Write("\r\n"u8);
        _column = 0;
        return _buffer.FlushIfFullAsync(cancellationToken);
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken) => _buffer.FlushAsync(cancellationToken);

    /// <summary>Prefixes a field that a spreadsheet would run as a formula with an apostrophe (full-width signs too, which Japanese Excel runs).</summary>
    private static string Defuse(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Separate()
    {
        if (_column++ > 0) _buffer.Write((byte)',');
    }
}
