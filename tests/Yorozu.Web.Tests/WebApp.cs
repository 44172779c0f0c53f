using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests;

/// <summary>The real host, with a clock that stands still; on a store of its own, or shared by tests that only read.</summary>
public sealed class WebApp : IAsyncDisposable
{
    private static readonly Lazy<Task<WebApp>> Published = Shared(StartPublishedAsync);
    private static readonly Lazy<Task<WebApp>> History = Shared(StartHistoryAsync);

    private readonly WebApplicationFactory<Program> _factory;
    private readonly bool _isShared;

    private WebApp(WebApp shared)
    {
        (Store, _factory, _isShared) = (shared.Store, shared._factory, true);
        Client = CreateClient();
    }

    private WebApp(TemporaryStore store)
    {
        Store = store;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSetting("Yorozu:DataDirectory", store.Directory.Path)
            .ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(store.Clock)
                .AddSingleton<IStartupFilter>(new RemoteAddress(() => RemoteAddress))));
        Client = CreateClient();
    }

    public TemporaryStore Store { get; }

    public HttpClient Client { get; }

    /// <summary>The address requests seem to come from: by default from a program on the same computer.</summary>
    public string RemoteAddress
    {
        get;
        set => field = _isShared ? throw new InvalidOperationException("This host answers other tests too.") : value;
    } = "127.0.0.1";

    public IServiceProvider Services => _factory.Services;

    /// <summary>A host with these documents published, in this order.</summary>
    public static async Task<WebApp> StartAsync(params IEnumerable<DocumentFile> documents) => new(await TemporaryStore.CreateAsync(documents));

    /// <summary>A host with the two real pages.</summary>
    public static Task<WebApp> StartPublishedAsync() => StartAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

    /// <summary>A host with the published FY2021 page and five years of monthly releases.</summary>
    public static async Task<WebApp> StartHistoryAsync() => new(await HistoryStore.CopyAsync());

    /// <summary>The host with the two real pages that all tests share which change neither its data nor its settings.</summary>
    public static async Task<WebApp> SharedAsync() => new(await Published.Value);

    /// <summary>The host with years of releases that all tests share which change neither its data nor its settings.</summary>
    public static async Task<WebApp> SharedHistoryAsync() => new(await History.Value);

    /// <summary>Opens a page, expects this status, and holds it to what every page must keep to.</summary>
    public async Task<IHtmlDocument> GetPageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.Should().Be(expected, "of {0}", address);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        PageLint.Check(page, address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_isShared) return;
        await _factory.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static Lazy<Task<WebApp>> Shared(Func<Task<WebApp>> start) => new(async () =>
    {
        var app = await start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return app;
    });

    private HttpClient CreateClient()
    {
        var client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept-Language", "ja");
        return client;
    }
}
