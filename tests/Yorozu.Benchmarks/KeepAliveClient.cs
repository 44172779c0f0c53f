using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Yorozu.Benchmarks;

/// <summary>Asks for the same address again and again over one connection, with as little work of its own as can be.</summary>
internal sealed class KeepAliveClient : IDisposable
{
    private static readonly byte[] LengthHeader = "\r\nContent-Length: "u8.ToArray();

    private readonly TcpClient _connection;
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[256 * 1024];

    public KeepAliveClient(Uri server, string path)
    {
        _connection = new TcpClient(server.Host, server.Port) { NoDelay = true };
        _request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept-Language: ja\r\nAccept-Encoding: br\r\n\r\n");
    }

    /// <summary>The length of the answer's body.</summary>
    public async Task<int> GetAsync()
    {
        var stream = _connection.GetStream();
        await stream.WriteAsync(_request);
        var (read, end, length) = (0, -1, 0);
        while (end < 0 || read < end + length)
        {
            var count = await stream.ReadAsync(_buffer.AsMemory(read));
            if (count == 0) throw new IOException("The server closed the connection.");
            read += count;
            if (end < 0 && (end = Head(read)) >= 0) length = BodyLength(end);
        }

        return length;
    }

    public void Dispose() => _connection.Dispose();

    private int Head(int read)
    {
        var end = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        return end < 0 ? -1 : end + 4;
    }

    private int BodyLength(int end)
    {
        var head = _buffer.AsSpan(0, end);
        if (!head.StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.ASCII.GetString(head));
        var value = head[(head.IndexOf(LengthHeader) + LengthHeader.Length)..];
        return int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
