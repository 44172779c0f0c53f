using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Testing;
using Yorozu.Web.Tests.Pages;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Nothing public names a person: who knows a name to sign in with can guess at its password.</summary>
public sealed class PublicNamesTests
{
    private const string SignInName = "satosignin";
    private const string OperatorAccount = "osaccountofsato";

    private static readonly string[] Persons = [SignInName, OperatorAccount];

    private static readonly string[] Unlinked =
    [
        "/healthz", "/readyz", "/error/404", "/openapi/v1.json", "/datapackage.json", "/dataset.jsonld", "/releases.atom", "/sitemap.xml", "/robots.txt",
    ];

    [Fact]
    public async Task No_page_extract_feed_or_api_answer_names_who_published_or_withdrew()
    {
        await using var host = await PublishedHostAsync();
        var visits = new Visits();
        host.With(services => services.AddSingleton<IStartupFilter>(visits));
        await host.RestartAsync();
        using var client = host.Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var found = new List<string>();
        var count = 0;

        string[] pages = ["/", "/releases/1", "/releases/2", "/releases/3", "/releases/1/news", "/releases/1/changes"];
        await foreach (var (address, response) in SiteWalk.VisitAsync(client, [.. pages, .. Unlinked, .. ApiAddresses(host)]))
        {
            count++;
            var text = await TextAsync(response) + await EnglishAsync(client, address, response);
            if (Persons.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase))) found.Add(address);
        }

        found.Should().BeEmpty();
        count.Should().BeGreaterThan(40);
        var open = host.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(e => e.RoutePattern.RawText!.Trim('/')).Where(IsAnswer).Distinct();
        open.Should().BeSubsetOf(visits.Routes, "every public address was looked at");
    }

    [Fact]
    public async Task The_page_of_a_release_shows_the_display_name_its_publisher_had_chosen()
    {
        await using var host = await PublishedHostAsync();

        (await PublisherAsync(1)).Should().Contain("公開者 管理者。", "nobody had chosen one yet");
        (await PublisherAsync(2)).Should().Contain("公開者 広報担当。");
        (await PublisherAsync(3)).Should().Contain("公開者 管理者。", "it came by the command line");

        async Task<string> PublisherAsync(int release) =>
            (await host.Open().OpenAsync($"/releases/{release}")).Page.QuerySelector(".page-head .muted")!.TextContent.Trim();
    }

    // One release of an account without a display name, one of the same account with one, one by the command line that was withdrawn.
    private static async Task<AdminHost> PublishedHostAsync()
    {
        var host = await AdminHost.StartAsync();
        await host.AddAdminAsync(SignInName);
        var browser = await host.SignInAsync(SignInName);
        await browser.UploadAsync(PublishedDocuments.Fy2021);
        await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "公開"));
        await browser.SubmitAsync("/admin/account", "DisplayName", ("displayName", "広報担当"), ("current", AdminHost.Password));
        await browser.UploadAsync(PublishedDocuments.Fy2026April);
        (await browser.SubmitAsync("/admin/uploads/2", "Publish", ("note", "公開"))).Location.Should().Be("/admin?done=published&release=2");

        var operators = new Actor(OperatorAccount);
        var proposal = await host.Store.PrepareAsync(PageBuilder.Consultations(2).Build());
        await host.Store.QueryAsync(db => new Importer(db, host.Store.Clock).PublishAsync(
            proposal, operators, "訂正", default, new Acceptance(Date: true)));
        await host.Store.QueryAsync(db => new Withdrawer(db, host.Store.Clock).WithdrawAsync(3, 3, "取り違え", operators, default));
        return host;
    }

    // Those with a parameter or a catch-all besides pages stand for answers that others of the same route give.
    private static bool IsAnswer(string route) =>
        !route.Contains("**") && route != "Index" && !route.StartsWith("admin/", StringComparison.Ordinal);

    private static IEnumerable<string> ApiAddresses(AdminHost host) => host.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
        .Where(r => r.StartsWith("/api/", StringComparison.Ordinal) || r.StartsWith("/extracts/", StringComparison.Ordinal))
        .Where(r => !r.Contains('{'))
        .Distinct();

    private static async Task<string> EnglishAsync(HttpClient client, string address, HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/html" || address.Contains("lang=", StringComparison.Ordinal)) return "";

        using var english = await client.GetAsync(new Uri($"{address}{(address.Contains('?') ? '&' : '?')}lang=en", UriKind.Relative));
        return await english.Content.ReadAsStringAsync();
    }

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (response.Content.Headers.ContentType?.MediaType?.Contains("openxml", StringComparison.Ordinal) != true) return Encoding.UTF8.GetString(bytes);

        await using var archive = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    /// <summary>Notes which routes were asked.</summary>
    private sealed class Visits : IStartupFilter
    {
        public HashSet<string> Routes { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                await following(context);
                if (context.GetEndpoint() is not RouteEndpoint endpoint) return;
                lock (Routes) Routes.Add(endpoint.RoutePattern.RawText!.Trim('/'));
            });
            next(app);
        };
    }
}
