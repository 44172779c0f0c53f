using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Testing;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Tests;

/// <summary>The real host, with a clock that stands still; on a store of its own, or shared by tests that only read.</summary>
public sealed class WebApp : IAsyncDisposable
{
    /// <summary>The sites that may frame blocks of the embeddable hosts.</summary>
    public const string EmbedHosts = "intranet.example.jp, http://wiki:8080";

    private static readonly Lazy<Task<WebApp>> Published = Shared(() => TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April));
    private static readonly Lazy<Task<WebApp>> History = Shared(HistoryStore.CopyAsync);
    private static readonly Lazy<Task<WebApp>> EmbeddablePublished = Shared(
        () => TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April), EmbedHosts);
    private static readonly Lazy<Task<WebApp>> EmbeddableHistory = Shared(HistoryStore.CopyAsync, EmbedHosts);

    private readonly TemporaryStore _store;
    private readonly WebApplicationFactory<Program> _factory;
    private readonly bool _isShared;

    private WebApp(WebApp shared)
    {
        (_store, _factory, _isShared) = (shared._store, shared._factory, true);
        Client = CreateClient();
    }

    private WebApp(TemporaryStore store, int extractQueue = ExtractCache.MaxQueued, string embedHosts = "")
    {
        _store = store;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSetting("Yorozu:DataDirectory", store.Directory.Path)
            .UseSetting("Yorozu:ExtractQueue", extractQueue.ToString(CultureInfo.InvariantCulture))
            .UseSetting("Yorozu:EmbedHosts", embedHosts)
            .UseSetting("Yorozu:Hosts", embedHosts.Length > 0 ? "localhost" : "")
            .ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(store.Clock)
                .AddSingleton<IStartupFilter>(new RemoteAddress(() => RemoteAddress))));
        Client = CreateClient();
    }

    /// <summary>The store and its clock, for tests that change them.</summary>
    public TemporaryStore Store => _isShared ? throw NotAlone() : _store;

    public string DataPath => _store.Directory.Path;

    public HttpClient Client { get; }

    /// <summary>The address requests seem to come from: by default from a program on the same computer.</summary>
    public string RemoteAddress
    {
        get;
        set => field = _isShared ? throw NotAlone() : value;
    } = "127.0.0.1";

    public IServiceProvider Services => _factory.Services;

    /// <summary>A host with these documents published, in this order.</summary>
    public static async Task<WebApp> StartAsync(params IEnumerable<DocumentFile> documents) => new(await TemporaryStore.CreateAsync(documents));

    /// <summary>A host with the two real pages.</summary>
    public static Task<WebApp> StartPublishedAsync() => StartAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

    /// <summary>A host with the published FY2021 page and five years of monthly releases.</summary>
    public static async Task<WebApp> StartHistoryAsync() => new(await HistoryStore.CopyAsync());

    /// <summary>A host with the two real pages, shared by tests that change neither data nor settings.</summary>
    public static async Task<WebApp> SharedAsync() => new(await Published.Value);

    /// <summary>A host with years of releases, shared by tests that change neither data nor settings.</summary>
    public static async Task<WebApp> SharedHistoryAsync() => new(await History.Value);

    /// <summary>A host whose blocks other sites may frame, shared by tests that change neither data nor settings.</summary>
    public static async Task<WebApp> SharedEmbeddableAsync() => new(await EmbeddablePublished.Value);

    /// <summary>The same with years of releases.</summary>
    public static async Task<WebApp> SharedEmbeddableHistoryAsync() => new(await EmbeddableHistory.Value);

    public YorozuDbContext OpenStore() => _store.Open();

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
        await _store.DisposeAsync();
    }

    private static InvalidOperationException NotAlone() => new("This host answers other tests too.");

    private static Lazy<Task<WebApp>> Shared(Func<Task<TemporaryStore>> create, string embedHosts = "") => new(async () =>
    {
        // Each test may wait for another file.
        var app = new WebApp(await create(), extractQueue: 1000, embedHosts);
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
