namespace Yorozu.Web.Tests.Setup;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/css/base.css")]
    [InlineData("/nowhere")]
    [InlineData("/releases/1/document")]
    public async Task Every_answer_forbids_what_is_inline_framed_or_from_elsewhere(string address)
    {
        await using var app = await WebApp.StartPublishedAsync();

        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Contain("object-src 'none'").And.NotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("strict-origin-when-cross-origin");
        response.Headers.Contains("Permissions-Policy").Should().BeTrue();
        response.Headers.Contains("Server").Should().BeFalse();
    }
}
