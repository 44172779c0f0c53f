using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>A browser window that remembers what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _problems = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _problems.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => _problems.Add($"script: {error}");
        page.RequestFailed += (_, request) => _problems.Add($"request: {request.Url} {request.Failure}");
        page.Response += (_, response) => { if (response.Status >= 400) _problems.Add($"status {response.Status}: {response.Url}"); };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" }) _problems.Add($"another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, script errors, failed requests and requests to other hosts.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Forgets the cookies and the problems so far.</summary>
    public async Task ClearAsync()
    {
        await _context.ClearCookiesAsync();
        _problems.Clear();
    }

    /// <summary>Opens an address and waits until it is loaded; all charts are drawn by then, as before printing.</summary>
    public async Task GoToAsync(string path)
    {
        var response = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        response!.Status.Should().Be(200, "{0} is a page", path);
        await Page.EvaluateAsync("() => ['beforeprint', 'afterprint'].forEach(name => dispatchEvent(new Event(name)))");
    }

    /// <summary>Where YOROZU_SCREENSHOTS names a folder, a picture is left there to be looked at.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("YOROZU_SCREENSHOTS") is not { Length: > 0 } folder) return;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
