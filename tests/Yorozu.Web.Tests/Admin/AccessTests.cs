using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class AccessTests
{
    /// <summary>Below /admin only these are open to everybody.</summary>
    private static readonly string[] OpenAdminRoutes = ["admin/sign-in", "admin/sign-out"];

    /// <summary>Static files added while the program runs in development; closed like everything nobody opened.</summary>
    private const string DevelopmentFiles = "{**path:file}";

    [Fact]
    public async Task Public_routes_are_open_and_everything_below_admin_is_closed()
    {
        await using var host = await AdminHost.StartAsync();

        var routes = (await RoutesAsync(host.Factory.Services)).Where(r => r.Route != DevelopmentFiles).ToList();

        var admin = routes.Where(r => r.Route == "admin" || r.Route.StartsWith("admin/", StringComparison.Ordinal)).ToList();
        admin.Should().HaveCountGreaterThan(9);
        admin.Where(r => r.IsOpen).Select(r => r.Route).Distinct().Should().BeEquivalentTo(OpenAdminRoutes);
        routes.Except(admin).Where(r => !r.IsOpen).Select(r => r.Route).Should()
            .BeEmpty("every public page is named in PublicPages and every public endpoint is mapped on the open group");
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/upload")]
    [InlineData("/admin/uploads/1")]
    [InlineData("/admin/uploads/1?handler=Original")]
    [InlineData("/admin/uploads/1/print")]
    [InlineData("/admin/releases/1/withdraw")]
    [InlineData("/admin/users")]
    [InlineData("/admin/account")]
    [InlineData("/admin/log")]
    [InlineData("/admin/log?handler=Csv")]
    [InlineData("/admin/help")]
    [InlineData("/ADMIN/Users")]
    public async Task An_unauthenticated_visitor_is_asked_to_sign_in(string address)
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());

        foreach (var answer in (Answer[])[await host.Open().GetAsync(address), await host.Open().PostAsync(address, new FormUrlEncodedContent([]))])
        {
            answer.Status.Should().Be(HttpStatusCode.Redirect);
            answer.Location.Should().StartWith("/admin/sign-in?returnUrl=");
        }
    }

    [Fact]
    public async Task A_route_that_nobody_opened_answers_as_if_it_were_not_there()
    {
        await using var host = await AdminHost.StartAsync();
        (await host.Open().GetAsync("/nowhere")).Status.Should().Be(HttpStatusCode.NotFound);
        (await host.Open().GetAsync("/")).Status.Should().Be(HttpStatusCode.OK);
        (await host.Open().GetAsync("/css/admin.css")).Status.Should().Be(HttpStatusCode.OK);
        (await host.Open().PostAsync("/healthz", new FormUrlEncodedContent([]))).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/sign-out")]
    [InlineData("/admin/upload")]
    [InlineData("/ADMIN/upload")]
    [InlineData("/admin/uploads/1?handler=Publish")]
    [InlineData("/admin/uploads/1?handler=Discard")]
    [InlineData("/admin/releases/1/withdraw")]
    [InlineData("/admin/users?handler=Add")]
    [InlineData("/admin/users?handler=Remove")]
    [InlineData("/admin/users?handler=Password")]
    [InlineData("/admin/account?handler=Password")]
    [InlineData("/admin/account?handler=Everywhere")]
    [InlineData("/admin/sign-in?handler=Passkey")]
    [InlineData("/admin/passkeys?handler=Add")]
    [InlineData("/admin/passkeys?handler=Remove")]
    public async Task A_post_without_the_token_of_a_form_is_refused(string address)
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build());
        var before = (await host.ActionsAsync()).Count;

        var answer = await browser.PostAsync(
            address, new FormUrlEncodedContent([new("name", "suzuki"), new("password", AdminHost.Password), new("note", "x"), new("baseVersion", "1")]));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Page.QuerySelector("h1")!.TextContent.Should().Be("送信を受け付けられませんでした");
        (await host.ActionsAsync())[before..].Should().ContainSingle().Which.Should().EndWith(" rejected");
    }

    [Fact]
    public async Task A_form_longer_than_any_note_is_refused_before_anything_is_done_with_it()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = host.Open();

        var longest = await browser.TryToSignInAsync("nobody", new string('x', 60_000));
        var tooLong = await browser.TryToSignInAsync("nobody", new string('x', 70_000));

        longest.Status.Should().Be(HttpStatusCode.OK);
        tooLong.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("/admin/help")]
    [InlineData("/admin/uploads/1")]
    [InlineData("/admin/uploads/1?handler=Original")]
    [InlineData("/admin/users?handler=Promote")]
    public async Task A_form_that_no_page_sent_out_is_refused(string address)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build());

        var answer = await browser.PostAsync(
            address, new FormUrlEncodedContent([new("__RequestVerificationToken", await browser.TokenAsync("/admin/upload"))]));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        (await host.ActionsAsync())
            .Should().EndWith($"sato {(address.EndsWith("Original", StringComparison.Ordinal) ? "download" : "request")} {address.Split('?')[0]} rejected");
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/uploads/1")]
    [InlineData("/admin/log?handler=Csv")]
    public async Task Admin_pages_stay_in_no_cache_and_allow_nothing_inline(string address)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build());

        var answer = await browser.GetAsync(address);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Response.Headers.GetValues("X-Robots-Tag").Should().Equal("noindex");
        host.Log.Lines
            .Should()
            .NotContain(l => l.StartsWith("Warning") && l.Contains("Cache-Control"), "a line of the program's log for every page hides those that matter");
        answer.Response.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'self'").And.NotContain("unsafe");
        answer.Response.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        answer.Response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    // What a page's conventions say is known only once the page is loaded, as it is before its first request.
    private static async Task<List<(string Route, bool IsOpen)>> RoutesAsync(IServiceProvider services)
    {
        var routes = new List<(string, bool)>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            IEnumerable<object> metadata = page is null
                ? endpoint.Metadata
                : (await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)).EndpointMetadata!;
            routes.Add((endpoint.RoutePattern.RawText!.Trim('/'), metadata.OfType<IAllowAnonymous>().Any()));
        }

        return routes;
    }
}
