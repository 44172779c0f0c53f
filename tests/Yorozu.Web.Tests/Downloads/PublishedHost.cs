namespace Yorozu.Web.Tests.Downloads;

/// <summary>One host with the two published pages for the tests that only read.</summary>
public sealed class PublishedHost : IAsyncLifetime
{
    public WebApp Host { get; private set; } = null!;

    public HttpClient Client => Host.Client;

    public async Task InitializeAsync() => Host = await WebApp.SharedAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

internal static class WebAppFiles
{
    public static async Task<byte[]> BytesAsync(this WebApp app, string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
        return bytes;
    }
}
