using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Yorozu.Data.Importing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Extracts;

/// <summary>The real program on a store of its own.</summary>
public sealed class ExtractHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    private ExtractHost(TemporaryStore store)
    {
        Store = store;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.UseEnvironment("Production").UseSetting("Yorozu:DataDirectory", store.Directory.Path));
        Client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public TemporaryStore Store { get; }

    public HttpClient Client { get; }

    public static async Task<ExtractHost> StartAsync(params IEnumerable<DocumentFile> documents) =>
        new(await TemporaryStore.CreateAsync(documents));

    public static Task<ExtractHost> WithPublishedPagesAsync() => StartAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

    public async Task<byte[]> BytesAsync(string address)
    {
        using var response = await Client.GetAsync(address);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
        return bytes;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Store.DisposeAsync();
    }
}

/// <summary>One host with the two published pages for the tests that only read.</summary>
public sealed class PublishedHost : IAsyncLifetime
{
    public ExtractHost Host { get; private set; } = null!;

    public HttpClient Client => Host.Client;

    public async Task InitializeAsync() => Host = await ExtractHost.WithPublishedPagesAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
