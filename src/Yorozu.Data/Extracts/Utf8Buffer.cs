using System.Buffers.Text;
using System.Globalization;

namespace Yorozu.Data.Extracts;

/// <summary>A buffered UTF-8 writer, for speed: full extracts pass through it.</summary>
internal sealed class Utf8Buffer(Stream stream)
{
    private const int FlushAt = 1 << 16;
    private const int MaxDigits = 20;
    private const int MaxRatio = 64;
    private const int MaxPlain = 15;
    private const string Decimal = "0.####################";

    private byte[] _bytes = new byte[FlushAt + 4096];
    private int _length;

    public void Write(byte one)
    {
        MakeRoom(1);
        _bytes[_length++] = one;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void WriteNumber(long number)
    {
        MakeRoom(MaxDigits);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>A number between two texts.</summary>
    public void Write(ReadOnlySpan<byte> before, long number, ReadOnlySpan<byte> after)
    {
        MakeRoom(before.Length + MaxDigits + after.Length);
        before.CopyTo(_bytes.AsSpan(_length));
        _length += before.Length;
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
        after.CopyTo(_bytes.AsSpan(_length));
        _length += after.Length;
    }

    /// <summary>A number in full, without an exponent.</summary>
    public void WriteNumber(double number)
    {
        MakeRoom(MaxRatio);
        // A format of one's own takes three times as long: only where the shortest has an exponent or digits that it would round.
        if (Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length, MaxRatio), out var length) && length <= MaxPlain
            && !_bytes.AsSpan(_length, length).Contains((byte)'E'))
        {
            _length += length;
            return;
        }

        number.TryFormat(_bytes.AsSpan(_length), out var written, Decimal, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A number with leading zeros.</summary>
    public void WriteDigits(int number, int width)
    {
        MakeRoom(width);
        for (var i = _length + width - 1; i >= _length; i--, number /= 10) _bytes[i] = (byte)('0' + (number % 10));
        _length += width;
    }

    public ValueTask FlushIfFullAsync(CancellationToken cancellationToken) => _length < FlushAt ? ValueTask.CompletedTask : FlushAsync(cancellationToken);

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _length), cancellationToken);
        _length = 0;
    }

    private void MakeRoom(int needed)
    {
        if (_bytes.Length < _length + needed) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + needed));
    }
}
