using System.Net;
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
    [InlineData("/embed/trend")]
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

    [Theory]
    [InlineData("/embed/trend", "", HttpStatusCode.OK)]
    [InlineData("/embed/trend", "*", HttpStatusCode.NotModified)]
    [InlineData("/embed/prefectures/metrics/consultations?view=share&highlight=13", "", HttpStatusCode.OK)]
    [InlineData("/embed/nothing", "", HttpStatusCode.NotFound)]
    [InlineData("/embed/trend/metrics/consultations?view=nothing", "", HttpStatusCode.BadRequest)]
    public async Task The_sites_that_are_listed_may_frame_a_block(string address, string known, HttpStatusCode status)
    {
        await using var app = await WebApp.SharedEmbeddableAsync();
        if (known.Length > 0) app.Client.DefaultRequestHeaders.Add("If-None-Match", known);

        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        response.StatusCode.Should().Be(status);
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors intranet.example.jp http://wiki:8080");
        response.Headers.Contains("X-Frame-Options").Should().BeFalse();
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/metrics/consultations?svg=trend")]
    [InlineData("/embed")]
    [InlineData("/embedded")]
    [InlineData("/admin/sign-in")]
    [InlineData("/css/base.css")]
    public async Task They_may_frame_nothing_else(string address)
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        response.Headers.GetValues("Content-Security-Policy").Single().Should().EndWith("; frame-ancestors 'none'");
        response.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
    }

    // The server of the tests is another one, which names itself to nobody.
    [Fact]
    public async Task The_server_does_not_name_itself()
    {
        await using var app = await WebApp.StartAsync();

        app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader.Should().BeFalse();
    }
}
