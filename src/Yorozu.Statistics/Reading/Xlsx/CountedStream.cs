namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>
/// Reports every byte of an XML part that is read, because the sizes that an archive declares may be lies; compares their
/// checksum at the end, because a flipped bit may make another figure; and stops at a tag or a text longer than any cell,
/// because thousands of attributes in one tag would take minutes.
/// </summary>
internal sealed class CountedStream(Stream stream, uint checksum, Action<int> count) : Stream
{
    private const int MaxBetweenTags = 256 * 1024;

    // CRC-32, as in ZIP archives.
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(i =>
        Enumerable.Range(0, 8).Aggregate((uint)i, (remainder, _) => (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320))];

    private uint _checksum = uint.MaxValue;
    private int _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var bytes = stream.Read(buffer);
        count(bytes);
        foreach (var b in buffer[..bytes]) _checksum = (_checksum >> 8) ^ Remainders[(byte)_checksum ^ b];
        if (bytes == 0 && buffer.Length > 0 && ~_checksum != checksum) throw WorkbookException.Damaged();
        var tag = buffer[..bytes].LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + bytes : bytes - tag;
        if (_sinceTag > MaxBetweenTags) throw WorkbookException.Damaged();
        return bytes;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }
}
