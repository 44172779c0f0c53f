using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Publishing;
using Yorozu.Web.Caching;
using Yorozu.Web.Tests.Admin;
using Yorozu.Web.Tests.Telemetry;

namespace Yorozu.Web.Tests.Caching;

/// <summary>A host whose hits and misses are counted.</summary>
internal sealed class CacheHost : IAsyncDisposable
{
    private readonly MeterRecord _meters;

    private CacheHost(AdminHost host)
    {
        Host = host;
        _meters = new MeterRecord(host.Factory.Services.GetRequiredService<IMeterFactory>());
    }

    public AdminHost Host { get; }

    public int Hits => _meters.Lines.Count(l => l == "yorozu.cache.lookups pages True 1");

    public int Misses => _meters.Lines.Count(l => l == "yorozu.cache.lookups pages False 1");

    public long CachedBytes => Host.Factory.Services.GetRequiredService<PageCache>().Bytes;

    public static async Task<CacheHost> StartAsync(params IEnumerable<DocumentFile> documents) => new(await AdminHost.StartAsync(documents));

    public static Task<CacheHost> StartWithAsync(string setting, string value, params IEnumerable<DocumentFile> documents) =>
        StartWithAsync([(setting, value)], documents);

    public static async Task<CacheHost> StartWithAsync((string Name, string Value)[] settings, params IEnumerable<DocumentFile> documents)
    {
        var host = await AdminHost.StartAsync(documents);
        foreach (var (name, value) in settings) host.With(name, value);
        await host.RestartAsync();
        return new CacheHost(host);
    }

    /// <summary>A host whose pages come through this filter.</summary>
    public static async Task<CacheHost> StartBehindAsync(IAsyncPageFilter gate, params IEnumerable<DocumentFile> documents)
    {
        var host = (await AdminHost.StartAsync(documents)).With(services =>
        {
            services.Configure<MvcOptions>(options => options.Filters.Add(gate));
            if (gate is IStartupFilter counter) services.AddSingleton(counter);
        });
        await host.RestartAsync();
        return new CacheHost(host);
    }

    /// <summary>
    /// Sends a request as a browser without cookies, to <c>http://localhost</c> unless the address names another host.
    /// The headers after the address are <c>Name: value</c>.
    /// </summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params string[] headers) =>
        SendAsync(method, address, CancellationToken.None, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, CancellationToken leave, params string[] headers)
    {
        using var client = Host.Factory.CreateDefaultClient();
        using var request = new HttpRequestMessage(method, new Uri(new Uri("http://localhost"), address));
        foreach (var header in headers.DefaultIfEmpty("Accept-Language: ja"))
        {
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..]);
        }
        return await client.SendAsync(request, leave);
    }

    public async Task<string> TextAsync(string address, params string[] headers)
    {
        using var response = await SendAsync(HttpMethod.Get, address, headers);
        var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        });
        return await reader.ReadToEndAsync();
    }

    public static EntityTagHeaderValue TagOf(HttpResponseMessage response) => response.Headers.ETag!;

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        await Host.DisposeAsync();
    }
}
