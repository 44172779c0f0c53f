using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests;

/// <summary>The whole program on a real port, with the two published pages in a store of its own, and a Chromium to look at it.</summary>
public class BrowserHost : WebApplicationFactory<global::Program>, IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly Dictionary<string, Window> _kept = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>What the store starts with.</summary>
    protected virtual IReadOnlyList<DocumentFile> Documents => [PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April];

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null && !Chromium.IsRequired) return;
        var published = Directory.CreateDirectory(Path.Combine(_data.Path, "published")).FullName;
        foreach (var document in Documents)
        {
            await File.WriteAllBytesAsync(Path.Combine(published, document.Name), document.Bytes);
        }

        UseKestrel();
        StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A fresh window on the program; it notes every console error and failed request.</summary>
    public async Task<Window> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = ClientOptions.BaseAddress.ToString();
        options.Locale = options.Locale ?? "ja-JP";
        var context = await _browser.NewContextAsync(options);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>
    /// The window of this name, opened by its first test, without its cookies and problems: a new one for every page costs
    /// more than the page.
    /// </summary>
    public async Task<Window> KeptAsync(string name, BrowserNewContextOptions options)
    {
        if (!_kept.TryGetValue(name, out var window)) _kept[name] = window = await OpenAsync(options);
        await window.ClearAsync();
        return window;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await DisposeAsync();
        _data.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // UseKestrel(0) would change the addresses while the server starts, and fails when it comes too late.
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("Yorozu:DataDirectory", _data.Path);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FrozenClock())));
    }
}

/// <summary>All browser tests share one host and one browser; each opens windows of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserHost>
{
    public const string Name = "Browser";
}
