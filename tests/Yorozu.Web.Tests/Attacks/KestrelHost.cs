using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Attacks;

/// <summary>The program behind its real server on the loopback address, spoken to byte by byte.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;
    private readonly TemporaryStore _store;

    private KestrelHost(TemporaryStore store, Action<KestrelServerLimits>? limits)
    {
        _store = store;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment("Production")
            .UseSetting("Yorozu:DataDirectory", store.Directory.Path)
            // UseKestrel(0) would change the addresses while the server starts, and fails when it comes too late.
            .UseUrls("http://127.0.0.1:0")
            .ConfigureServices(services =>
            {
                if (limits is not null) services.PostConfigure<KestrelServerOptions>(options => limits(options.Limits));
            }));
        _factory.UseKestrel();
        _factory.StartServer();
    }

    public Uri Address => _factory.ClientOptions.BaseAddress;

    public KestrelServerLimits Limits => _factory.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

    public async Task AddAdminAsync()
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountAdministration>().AddAsync("sato", AdminHost.Password, new Actor("tester"));
    }

    public static async Task<KestrelHost> StartAsync(Action<KestrelServerLimits>? limits = null) =>
        new(await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build()), limits);

    public async Task<RawConnection> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(Address.Host, Address.Port);
        return new RawConnection(socket);
    }

    /// <summary>The first line and all of the answer to this text, after which the connection is closed.</summary>
    public async Task<string> AskAsync(byte[] request)
    {
        using var connection = await ConnectAsync();
        await connection.SendAsync(request);
        return await connection.ReadToEndAsync();
    }

    public Task<string> AskAsync(string request) => AskAsync(Encoding.UTF8.GetBytes(request));

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _store.DisposeAsync();
    }
}

internal sealed class RawConnection(Socket socket) : IDisposable
{
    /// <summary>False when the server has closed the connection.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes)..];
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Everything until the server closes the connection.</summary>
    public Task<string> ReadToEndAsync() => ReadAsync().WaitAsync(TimeSpan.FromMinutes(1));

    public void Dispose() => socket.Dispose();

    private async Task<string> ReadAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var count) text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            text.Append("(reset)");
        }

        return text.ToString();
    }
}
