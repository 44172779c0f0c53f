using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Yorozu.Web.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/css/base.css")]
    [InlineData("/nowhere")]
    [InlineData("/releases/1/document")]
    public async Task Every_answer_forbids_what_is_inline_framed_or_from_elsewhere(string address)
    {
        await using var app = await WebApp.SharedAsync();

        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Be("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("strict-origin-when-cross-origin");
        response.Headers.Contains("Permissions-Policy").Should().BeTrue();
        response.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        response.Headers.GetValues("Cross-Origin-Opener-Policy").Should().Equal("same-origin");
    }

    // The server of the tests is another one, which names itself to nobody.
    [Fact]
    public async Task The_server_does_not_name_itself()
    {
        await using var app = await WebApp.StartAsync();

        app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader.Should().BeFalse();
    }
}
