using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Yorozu.Data.Snapshots;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>
/// The front page with the two published documents, warm, against a static file of as many bytes from the same Kestrel:
/// 16 connections, each asking 500 times. The file comes from the framework's static file middleware, before all of ours;
/// beside it, the same bytes from the framework's output cache, keyed by data version, language and coding as ours is.
/// </summary>
[Config(typeof(WarmRequests))]
public class WarmPage
{
    private const int Connections = 16;
    private const int RequestsEach = 500;

    private TemporaryStore _store = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private List<KeepAliveClient> _page = [];
    private List<KeepAliveClient> _file = [];
    private List<KeepAliveClient> _outputCached = [];

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => StopAsync().GetAwaiter().GetResult();

    private async Task StartAsync()
    {
        _store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);
        var files = Directory.CreateDirectory(Path.Combine(_store.Directory.Path, "files")).FullName;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment("Production")
            .UseUrls("http://127.0.0.1:0")
            .UseSetting("Yorozu:DataDirectory", _store.Directory.Path)
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureServices(services => services
                .AddOutputCache(options => options.AddBasePolicy(new ByDataVersion()))
                .AddSingleton<IStartupFilter>(new Baselines(files))));
        _factory.UseKestrel();
        _factory.StartServer();

        var server = _factory.ClientOptions.BaseAddress;
        _page = Clients(server, "/");
        var length = await _page[0].GetAsync();
        await File.WriteAllBytesAsync(Path.Combine(files, "same-size.js"), new byte[length]);
        _file = Clients(server, "/same-size.js");
        _outputCached = Clients(server, Baselines.OutputCached);
        if (await _file[0].GetAsync() != length || await _outputCached[0].GetAsync() != length)
        {
            throw new InvalidOperationException("They are not of one size.");
        }
        Console.WriteLine($"// {length:N0} bytes each");
    }

    private async Task StopAsync()
    {
        foreach (var client in _page.Concat(_file).Concat(_outputCached)) client.Dispose();
        await _factory.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Connections * RequestsEach)]
    public Task StaticFile() => AskAsync(_file);

    [Benchmark(OperationsPerInvoke = Connections * RequestsEach)]
    public Task Page() => AskAsync(_page);

    [Benchmark(OperationsPerInvoke = Connections * RequestsEach)]
    public Task OutputCache() => AskAsync(_outputCached);

    private static Task AskAsync(List<KeepAliveClient> clients) => Task.WhenAll(clients.Select(client => Task.Run(async () =>
    {
        for (var i = 0; i < RequestsEach; i++) await client.GetAsync();
    })));

    private static List<KeepAliveClient> Clients(Uri server, string path) =>
        [.. Enumerable.Range(0, Connections).Select(_ => new KeepAliveClient(server, path))];

    private sealed class Baselines(string folder) : IStartupFilter
    {
        public const string OutputCached = "/output-cached";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
            app.MapWhen(
                http => http.Request.Path == OutputCached,
                cached => cached.UseOutputCache().Run(http =>
                {
                    var file = new FileInfo(Path.Combine(folder, "same-size.js"));
                    http.Response.ContentLength = file.Length;
                    return http.Response.SendFileAsync(file.FullName);
                }));
            next(app);
        };
    }

    private sealed class ByDataVersion : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = TimeSpan.FromDays(1);
            var rules = context.CacheVaryByRules;
            rules.VaryByHost = false;
            rules.QueryKeys = StringValues.Empty;
            rules.VaryByValues["version"] = context.HttpContext.RequestServices.GetRequiredService<SnapshotWatch>().Read().ToString();
            rules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
            rules.VaryByValues["coding"] = context.HttpContext.Request.Headers.AcceptEncoding.ToString();
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
