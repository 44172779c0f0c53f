using System.Net;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Hosting;

public sealed class StaticAssetTests
{
    [Fact]
    public async Task Assets_are_named_by_content_and_cached_for_a_year()
    {
        // A build, unlike a publication, lets browsers ask again unless it is told not to.
        await using var host = (await AdminHost.StartAsync(PublishedDocuments.Fy2026April)).With("EnableStaticAssetsDevelopmentCaching", "true");
        await host.RestartAsync();
        using var client = host.Factory.CreateDefaultClient();
        var page = (await host.Open().OpenAsync("/")).Page;
        var addresses = page.QuerySelectorAll("[src], link[href]:not([rel=canonical])").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).ToList();
        addresses.Should().NotBeEmpty();

        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
            using var response = await client.SendAsync(request);

            response.StatusCode.Should().Be(HttpStatusCode.OK, "of {0}", address);
            response.Headers.CacheControl!.ToString().Should().Be("max-age=31536000, immutable", "of {0}", address);
            response.Headers.ETag.Should().NotBeNull();
            response.Headers.Vary.Should().Contain("Accept-Encoding");
            // Gzip when built; brotli comes with dotnet publish.
            response.Content.Headers.ContentEncoding.Should().ContainSingle("of {0}", address);
        }
    }

    [Fact]
    public async Task A_script_imported_by_its_plain_name_is_revalidated()
    {
        await using var host = await AdminHost.StartAsync();
        using var client = host.Factory.CreateDefaultClient();

        using var response = await client.GetAsync(new Uri("/js/trend.js", UriKind.Relative));

        response.Headers.CacheControl!.ToString().Should().Be("no-cache");
        response.Headers.ETag.Should().NotBeNull();
    }
}
