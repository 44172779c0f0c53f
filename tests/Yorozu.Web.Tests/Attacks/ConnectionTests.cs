using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Yorozu.Web.Tests.Attacks;

/// <summary>What one connection can send, hold and keep waiting. Real server, real sockets.</summary>
public sealed class ConnectionTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Connection_limits_are_configured()
    {
        await using var host = await KestrelHost.StartAsync();

        host.Limits.Should().BeEquivalentTo(new
        {
            MaxRequestBodySize = 65_536L,
            MaxRequestLineSize = 8192,
            MaxRequestHeadersTotalSize = 32_768,
            MaxRequestHeaderCount = 100,
            MaxConcurrentConnections = 4096L,
            RequestHeadersTimeout = TimeSpan.FromSeconds(10),
            KeepAliveTimeout = TimeSpan.FromMinutes(1),
            MinRequestBodyDataRate = new { BytesPerSecond = 2048.0, GracePeriod = TimeSpan.FromSeconds(10) },
            MinResponseDataRate = new { BytesPerSecond = 2048.0, GracePeriod = TimeSpan.FromSeconds(10) },
        });
    }

    [Fact]
    public async Task A_too_long_request_is_refused_with_its_status()
    {
        await using var host = await KestrelHost.StartAsync();

        (await host.AskAsync($"GET /{new string('a', 9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n")).Should().StartWith("HTTP/1.1 414 ");
        (await host.AskAsync($"{Get}X: {new string('a', 40_000)}\r\n\r\n")).Should().StartWith("HTTP/1.1 431 ");
        (await host.AskAsync($"{Get}{string.Concat(Enumerable.Range(0, 200).Select(i => $"X{i}: 1\r\n"))}\r\n")).Should().StartWith("HTTP/1.1 431 ");
        (await host.AskAsync($"GET /{new string('a', 8000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
            .Should().StartWith("HTTP/1.1 404 ")
            .And.Contain("</html>");
    }

    [Theory]
    [InlineData("/admin/sign-in", "413 Payload Too Large")]
    [InlineData("/admin", "413 Payload Too Large")]
    [InlineData("/error/404", "413 Payload Too Large")]
    [InlineData("/", "405 Method Not Allowed")]
    [InlineData("/admin/upload", "302 Found")]
    [InlineData("/extracts/observations.csv", "413 Payload Too Large")]
    public async Task A_too_long_body_is_rejected_before_it_is_sent(string address, string status)
    {
        await using var host = await KestrelHost.StartAsync();

        // Nothing of the body is ever sent: whoever waited for it would not answer.
        var answer = await host.AskAsync(
            $"POST {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 65537\r\n\r\n");

        answer.Should().StartWith($"HTTP/1.1 {status}").And.MatchRegex("</html>|Location: .*/admin/sign-in");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_without_a_length_ends_at_the_limit(bool isLimited)
    {
        await using var host = await KestrelHost.StartAsync(limits => limits.MaxRequestBodySize = isLimited ? limits.MaxRequestBodySize : null);
        await host.AddAdminAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var form = await client.GetAsync(new Uri("/admin/sign-in", UriKind.Relative));
        var cookie = form.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-yorozu-form=", StringComparison.Ordinal)).Split(';')[0];
        var page = new HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync());
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = $"name=a&password=b&__RequestVerificationToken={Uri.EscapeDataString(token)}&other=";

        // Complete and valid but for its length of 80 KiB.
        var answer = await host.AskAsync(
            $"POST /admin/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {cookie}\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
            + string.Concat(fields.PadRight(80 * 1024, 'a').Chunk(0x4000).Select(chunk => $"4000\r\n{new string(chunk)}\r\n"))
            + "0\r\n\r\n");

        if (isLimited) answer.Should().StartWith("HTTP/1.1 4").And.NotContain("名前またはパスワードが違います");
        else answer.Should().StartWith("HTTP/1.1 200 ").And.Contain("名前またはパスワードが違います");
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HT")]
    [InlineData(Get)]
    public async Task A_client_that_never_finishes_its_request_is_disconnected(string begun)
    {
        await using var host = await KestrelHost.StartAsync(limits =>
            (limits.KeepAliveTimeout, limits.RequestHeadersTimeout) = (limits.KeepAliveTimeout / 40, limits.RequestHeadersTimeout / 10));
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(Encoding.ASCII.GetBytes(begun));

        (await connection.ReadToEndAsync()).Should().Match(answer => answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_sends_a_body_too_slowly_is_disconnected()
    {
        await using var host = await KestrelHost.StartAsync(
            limits => limits.MinRequestBodyDataRate = new MinDataRate(limits.MinRequestBodyDataRate!.BytesPerSecond, Short));
        using var connection = await host.ConnectAsync();

        await connection.SendAsync(Encoding.ASCII.GetBytes(
            "POST /admin/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\nname=a"));

        (await connection.ReadToEndAsync()).Should().StartWith("HTTP/1.1 4");
    }

    [Fact]
    public async Task A_client_that_never_reads_is_disconnected()
    {
        await using var host = await KestrelHost.StartAsync(
            limits => limits.MinResponseDataRate = new MinDataRate(500 * limits.MinResponseDataRate!.BytesPerSecond, Short));
        using var connection = await host.ConnectAsync();
        var asked = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Get + "\r\n", 1000)));

        // More than all buffers on the way hold, so that sending waits for the server, and ends when it closes the connection.
        var sent = 0;
        while (sent < 1000 && await connection.SendAsync(asked)) sent++;

        sent.Should().BeLessThan(1000);
    }
}
