using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>A program whose blocks one other site may frame, and that site.</summary>
public sealed class EmbeddableHost : BrowserHost
{
    private readonly WebApplication _intranet = StartIntranet();

    private int Port => new Uri(_intranet.Urls.Single()).Port;

    /// <summary>A page of the site with an address of the program in a frame.</summary>
    /// <param name="name">By <c>localhost</c> it is on the list, by <c>127.0.0.1</c> not.</param>
    public string PageWith(string address, string name) => $"http://{name}:{Port}/?frame={Uri.EscapeDataString(ClientOptions.BaseAddress + address)}";

    public override async ValueTask DisposeAsync()
    {
        await _intranet.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Yorozu:Hosts", "yorozu.example.jp").UseSetting("Yorozu:EmbedHosts", $"localhost:{Port}");
    }

    private static WebApplication StartIntranet()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", (string frame) => Results.Content(
            $"""
            <!DOCTYPE html><title>Intranet</title><link rel="icon" href="data:,">
            <iframe src="{WebUtility.HtmlEncode(frame)}" width="100%" height="640"></iframe>
            """,
            "text/html"));
        app.Start();
        return app;
    }
}

/// <summary>Figure blocks in frames of other sites.</summary>
public sealed class EmbeddingTests(EmbeddableHost host) : IClassFixture<EmbeddableHost>
{
    private const string Listed = "localhost";
    private const string Trend = "embed/trend/metrics/consultations?area=33&lang=ja";

    [BrowserTheory]
    [InlineData(800, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_listed_site_shows_the_chart(int width, ColorScheme scheme)
    {
        await using var window = await OpenAsync(width, scheme);

        var frame = await FrameAsync(window, Listed, Trend);

        await frame.Locator("#trend canvas").WaitForAsync();
        await window.ScreenshotAsync($"embedded-{width}");
        (await frame.Locator("h2").TextContentAsync()).Should().Contain("岡山県");
        (await frame.Locator("form:visible, .choices:visible, .views:visible").CountAsync()).Should().Be(0);
        await frame.Locator("[data-show=table]").ClickAsync();
        (await frame.Locator("#trend table").IsVisibleAsync()).Should().BeTrue();
        (await frame.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().Be(0);
        window.Problems.Should().BeEmpty();
    }

    [BrowserTheory]
    [InlineData(Trend, "text=よろず支援拠点 実績ダッシュボードで見る", "/metrics/consultations?area=33#trend")]
    [InlineData("embed/prefectures/metrics/consultations?lang=ja", ".shapes a >> nth=32", "/prefectures/33?metric=consultations")]
    [InlineData("embed/nothing/", "text=指標の一覧へ", "/metrics")]
    public async Task Its_links_leave_the_frame(string address, string link, string page)
    {
        await using var window = await OpenAsync(800, ColorScheme.Light);
        var frame = await FrameAsync(window, Listed, address);

        await frame.Locator(link).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync(url => url.EndsWith(page, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData("127.0.0.1", Trend)]
    [InlineData(Listed, "metrics/consultations?area=33")]
    [InlineData(Listed, "admin/sign-in")]
    public async Task Another_site_or_another_page_is_refused(string site, string address)
    {
        await using var window = await OpenAsync(800, ColorScheme.Light);

        var frame = await FrameAsync(window, site, address);

        frame.Url.Should().StartWith("chrome-error://");
        window.Problems.Should().Contain(p => p.Contains("frame-ancestors"));
    }

    private Task<Window> OpenAsync(int width, ColorScheme scheme) => host.OpenAsync(new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = 900 },
        ColorScheme = scheme,
    });

    /// <summary>Opens the other site by this name with the address in a frame.</summary>
    private async Task<IFrame> FrameAsync(Window window, string name, string address)
    {
        await window.Page.GotoAsync(host.PageWith(address, name), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return window.Page.Frames[1];
    }
}
