using System.Net;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Hosting;

public sealed class ReverseProxyTests
{
    [Theory]
    [InlineData("", "192.0.2.10", "192.0.2.10")]
    [InlineData("203.0.113.1", "192.0.2.10", "192.0.2.10")]
    [InlineData("", "127.0.0.1", "127.0.0.1")]
    [InlineData("203.0.113.1", "127.0.0.1", "127.0.0.1")]
    [InlineData("203.0.113.1", "::1", "::1")]
    [InlineData("192.0.2.10", "192.0.2.10", "198.51.100.7")]
    [InlineData("203.0.113.1, 192.0.2.0/24", "192.0.2.10", "198.51.100.7")]
    public async Task Only_a_configured_proxy_may_forward_the_visitors_address(string proxies, string peer, string logged)
    {
        await using var host = await AdminHost.StartAsync();
        await host.With("Yorozu:Proxies", proxies).RestartAsync();
        host.RemoteAddress = peer;
        var browser = host.Open();
        browser.Headers["X-Forwarded-For"] = "198.51.100.7";
        browser.Headers["X-Forwarded-Proto"] = "https";

        await browser.SignInAsync("sato", AdminHost.Password);

        (await host.Store.QueryAsync(db => Task.FromResult(db.LogEntries.OrderBy(e => e.Id).Last().Address))).Should().Be(logged);
    }

    [Theory]
    [InlineData("198.51.100.7, 192.0.2.20", "198.51.100.7")]
    [InlineData("198.51.100.7, 203.0.113.1, 192.0.2.20", "203.0.113.1")]
    public async Task Of_proxies_in_a_row_the_first_untrusted_address_is_the_visitors(string forwarded, string logged)
    {
        await using var host = await AdminHost.StartAsync();
        await host.With("Yorozu:Proxies", "192.0.2.0/24").RestartAsync();
        var browser = host.Open();
        browser.Headers["X-Forwarded-For"] = forwarded;
        browser.Headers["X-Forwarded-Proto"] = "https";

        await browser.SignInAsync("sato", AdminHost.Password);

        (await host.Store.QueryAsync(db => Task.FromResult(db.LogEntries.OrderBy(e => e.Id).Last().Address))).Should().Be(logged);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("192.0.2.10", false)]
    public async Task A_proxy_that_is_trusted_may_say_that_the_visitor_came_by_https(string proxies, bool warned)
    {
        await using var host = await AdminHost.StartAsync();
        await host.With("Yorozu:Proxies", proxies).RestartAsync();
        var browser = host.Open("http://yorozu.example");
        browser.Headers["X-Forwarded-Proto"] = "https";

        ((await browser.OpenAsync("/admin/sign-in")).Alert is not null).Should().Be(warned);
    }

    [Fact]
    public async Task A_setting_that_names_no_network_stops_the_start()
    {
        await using var host = await AdminHost.StartAsync();
        await host.With("Yorozu:Proxies", "everybody").RestartAsync();

        var start = () => host.Open();

        start.Should().Throw<InvalidOperationException>().WithMessage("*everybody*");
    }

    [Theory]
    [InlineData("", "max-age=31536000")]
    [InlineData("30", "max-age=2592000")]
    [InlineData("0", null)]
    public async Task Hsts_is_configured(string days, string? header)
    {
        await using var host = await AdminHost.StartAsync();
        await (days.Length > 0 ? host.With("Yorozu:HstsDays", days) : host).RestartAsync();

        var answer = await host.Open("https://yorozu.example").GetAsync("/");

        (answer.Response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null).Should().Be(header);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, null)]
    [InlineData("443", HttpStatusCode.TemporaryRedirect, "https://yorozu.example/about")]
    public async Task Plain_requests_are_sent_to_https_where_that_is_configured(string port, HttpStatusCode status, string? location)
    {
        await using var host = await AdminHost.StartAsync();
        await (port.Length > 0 ? host.With("Yorozu:HttpsPort", port) : host).RestartAsync();

        var answer = await host.Open("http://yorozu.example").GetAsync("/about");

        answer.Status.Should().Be(status);
        answer.Response.Headers.Location?.ToString().Should().Be(location);
    }
}
