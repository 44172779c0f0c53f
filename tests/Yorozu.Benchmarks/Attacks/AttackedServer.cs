using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Yorozu.Testing;

namespace Yorozu.Benchmarks.Attacks;

/// <summary>A published web host as a process of its own on the loopback address, with the two published pages and 300 MB for its objects.</summary>
internal sealed class AttackedServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private AttackedServer(string program)
    {
        var published = Directory.CreateDirectory(Path.Combine(_folder.Path, "published")).FullName;
        foreach (var document in new[] { PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April })
        {
            File.WriteAllBytes(Path.Combine(published, document.Name), document.Bytes.ToArray());
        }
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["Yorozu__DataDirectory"] = _folder.Path,
                ["DOTNET_GCHeapHardLimit"] = "0x12C00000",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        })!;
    }

    public int Port { get; private set; }

    public bool IsAlive => !_process.HasExited;

    public static async Task<AttackedServer> StartAsync(string program)
    {
        var server = new AttackedServer(program);
        while (await server._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Now listening on: ", StringComparison.Ordinal)) continue;
            server.Port = new Uri(line[(line.LastIndexOf(' ') + 1)..]).Port;
            _ = server._process.StandardOutput.ReadToEndAsync();
            for (var i = 0; i < 50; i++) await server.StatusAsync("/");
            return server;
        }

        throw new InvalidOperationException($"{program} does not start.");
    }

    /// <summary>Megabytes in use now, or with <c>VmHWM</c> at the highest.</summary>
    public int Megabytes(string field = "VmRSS") =>
        int.Parse(File.ReadLines($"/proc/{_process.Id}/status")
            .First(l => l.StartsWith(field, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>The status that a GET is answered with; 0 when it is not.</summary>
    public Task<int> StatusAsync(string address, string headers = "") =>
        SendAsync($"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: br\r\n{headers}\r\n", []);

    public async Task<int> SendAsync(string head, byte[] body)
    {
        try
        {
            using var connection = await ConnectAsync();
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head));
            await stream.WriteAsync(body);
            return await ReadAsync(stream);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return 0;
        }
    }

    public async Task<TcpClient> ConnectAsync()
    {
        var connection = new TcpClient { NoDelay = true };
        await connection.ConnectAsync("127.0.0.1", Port);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsAlive) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<int> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, 12), 12, throwOnEndOfStream: false);
        while (await stream.ReadAsync(buffer.AsMemory(12)) > 0)
        {
            // To the end, so that the server has sent all of it.
        }

        return read == 12 && int.TryParse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture, out var status) ? status : 0;
    }
}
