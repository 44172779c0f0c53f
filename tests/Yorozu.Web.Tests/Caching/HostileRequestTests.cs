using System.Net;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Caching;

/// <summary>What a reader makes up reaches neither the page nor the pages of others.</summary>
public sealed class HostileRequestTests
{
    private const string Brotli = "Accept-Encoding: br";

    private static readonly string[] Common = ["/", "/metrics", "/metrics/one-stop-consultations", "/prefectures/33", "/releases/1"];

    [Theory]
    [InlineData("/?made-up=1", "")]
    [InlineData("/?utm_source=mail&fy=2026&FY=x", "")]
    [InlineData("/?handler=none&lang=xx", "")]
    [InlineData("/?asof=&highlight=", "")]
    [InlineData("/", "Cookie: __Host-yorozu-admin=made-up")]
    [InlineData("/", "Cookie: __Host-yorozu-admin=chunks-9; __Host-yorozu-form=made-up; other=1")]
    [InlineData("http://made-up.example/", "")]
    [InlineData("/", "Accept-Language: xx-YY, ja;q=0.5")]
    [InlineData("/", "X-Forwarded-Host: made-up.example")]
    public async Task Irrelevant_parameters_and_headers_lead_to_the_same_cached_page(string address, string header)
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var front = await host.TextAsync("/", "Accept-Language: ja", Brotli);

        string[] language = header.StartsWith("Accept-Language", StringComparison.Ordinal) ? [] : ["Accept-Language: ja"];
        string[] other = header.Length > 0 ? [header] : [];
        var asked = await host.TextAsync(address, [.. language, Brotli, .. other]);

        asked.Should().Be(front);
        (host.Misses, host.Hits).Should().Be((1, 1));
    }

    [Fact]
    public async Task Parameters_in_another_order_or_repeated_lead_to_the_same_cached_page()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        string[] queries = ["area=33&order=value", "order=value&area=33", "Order=value&x=1&AREA=33&y=", "area=33&order=value&area=&area=13&order=value"];
        foreach (var query in queries)
        {
            (await host.TextAsync("/metrics/one-stop-consultations?" + query)).Should().Contain("?area=33&amp;order=value").And.NotContain("x=1");
        }

        (host.Misses, host.Hits).Should().Be((1, 3));
    }

    [Fact]
    public async Task Repeating_an_area_or_a_metric_leads_to_the_same_cached_page()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        string[] queries = ["areas=33&metric=one-stop-consultations", "metric=one-stop-consultations&areas=33&areas=33&metric=one-stop-consultations&metric="];
        foreach (var query in queries) await host.TextAsync("/compare?" + query);

        (host.Misses, host.Hits).Should().Be((1, 1));
    }

    [Fact]
    public async Task Downloads_are_cached_once_whatever_the_order_of_parameters_and_lang()
    {
        await using var host = await CacheHost.StartWithAsync("Yorozu:Hosts", "localhost", PageBuilder.Consultations(1).Build());
        var page = await host.TextAsync("/downloads?area=33&fy=2026", "Accept-Language: ja");

        foreach (var query in new[] { "fy=2026&area=33", "area=33&fy=2026&lang=ja", "lang=ja&fy=2026&encoding=&area=33" })
        {
            (await host.TextAsync("/downloads?" + query, "Accept-Language: ja")).Should().Be(page);
        }

        (host.Misses, host.Hits).Should().Be((1, 3));
    }

    [Theory]
    [InlineData("/releases/01", HttpStatusCode.NotFound)]
    [InlineData("/releases/+1", HttpStatusCode.NotFound)]
    [InlineData("/?asof=01", HttpStatusCode.NotFound)]
    [InlineData("/?highlight=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/compare?areas=33,made-up", HttpStatusCode.BadRequest)]
    [InlineData("/revisions?part=made-up", HttpStatusCode.NotFound)]
    [InlineData("/releases/1/made-up", HttpStatusCode.NotFound)]
    public async Task Another_spelling_of_what_there_is_is_no_page(string address, HttpStatusCode status)
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        using var response = await host.SendAsync(HttpMethod.Get, address, "Accept-Language: ja");

        response.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("/downloads", "http://made-up.example/extracts/")]
    [InlineData("/metrics/one-stop-consultations?csv=trend", "http://made-up.example/metrics/one-stop-consultations?asof=1#trend")]
    [InlineData("/metrics/one-stop-consultations?svg=prefectures", "http://made-up.example/metrics/one-stop-consultations?asof=1#prefectures")]
    public async Task A_host_that_is_made_up_is_in_no_answer_to_others(string path, string address)
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        using var madeUp = await host.SendAsync(HttpMethod.Get, "http://made-up.example" + path, "Accept-Language: ja");

        (await madeUp.Content.ReadAsStringAsync()).Should().Contain(address);
        madeUp.Headers.CacheControl!.ToString().Should().Be("no-store");
        (await host.TextAsync(path)).Should().Contain(address.Replace("made-up.example", "localhost")).And.NotContain("made-up.example");
        host.Hits.Should().Be(0);
    }

    [Theory]
    [InlineData(259, HttpStatusCode.OK)]
    [InlineData(260, HttpStatusCode.BadRequest)]
    [InlineData(30_000, HttpStatusCode.BadRequest)]
    public async Task A_host_that_is_longer_than_a_name_is_rejected(int length, HttpStatusCode status)
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        using var response = await host.SendAsync(HttpMethod.Get, "/sitemap.xml", "Host: " + new string('a', length));

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task With_configured_hosts_every_other_is_rejected()
    {
        await using var host = await CacheHost.StartWithAsync("Yorozu:Hosts", "yorozu.example.jp, localhost:8080", PageBuilder.Consultations(1).Build());
        var statuses = new List<HttpStatusCode>();
        string[] known = ["yorozu.example.jp", "YOROZU.example.jp", "localhost:8080", "127.0.0.1:5000"];
        string[] unknown = ["yorozu.example.jp:81", "example.jp", "192.0.2.1"];
        foreach (var server in known.Concat(unknown))
        {
            using var response = await host.SendAsync(HttpMethod.Get, $"http://{server}/downloads", "Accept-Language: ja");
            statuses.Add(response.StatusCode);
        }

        statuses.Should().Equal([.. known.Select(_ => HttpStatusCode.OK), .. unknown.Select(_ => HttpStatusCode.BadRequest)]);
        host.Hits.Should().Be(1, "a name is the same in capitals");
    }

    [Fact]
    public async Task Arbitrary_addresses_neither_fill_the_memory_nor_evict_common_pages()
    {
        await using var host = await CacheHost.StartWithAsync("Yorozu:PageCacheMegabytes", "1", PageBuilder.Consultations(1).Build());
        foreach (var address in Common) await host.TextAsync(address, "Accept-Language: ja", Brotli);

        var hostile = Enumerable.Range(1, 127).SelectMany(i => new[]
        {
            ($"/metrics/one-stop-consultations?highlight={(i % 47) + 1:00}", Brotli),
            ($"/prefectures/{(i % 47) + 1:00}", "Accept-Encoding: identity"),
            (InCapitals(i), Brotli),
        }).Distinct().ToList();
        foreach (var (address, coding) in hostile) await host.TextAsync(address, "Accept-Language: ja", coding);

        host.CachedBytes.Should().BeInRange(64 * 1024, 1024 * 1024);
        var (hits, misses) = (host.Hits, host.Misses);
        foreach (var address in Common) await host.TextAsync(address, "Accept-Language: ja", Brotli);
        (host.Hits - hits, host.Misses - misses).Should().Be((Common.Length, 0));
        foreach (var (address, coding) in hostile) await host.TextAsync(address, "Accept-Language: ja", coding);
        (host.Misses - misses).Should().BePositive("a page that was pushed out is kept nowhere else");
    }

    [Fact]
    public async Task Paths_in_capitals_evict_no_common_page()
    {
        await using var host = await CacheHost.StartWithAsync("Yorozu:PageCacheMegabytes", "1", PageBuilder.Consultations(1).Build());
        foreach (var address in Common) await host.TextAsync(address, "Accept-Language: ja", Brotli);

        for (var i = 1; i < 256; i++) await host.TextAsync(InCapitals(i), "Accept-Language: ja", Brotli);

        var hits = host.Hits;
        foreach (var address in Common) await host.TextAsync(address, "Accept-Language: ja", Brotli);
        (host.Hits - hits).Should().Be(Common.Length);
    }

    [Fact]
    public async Task One_of_two_hundred_concurrent_requests_renders_the_page_and_the_others_wait()
    {
        const int Readers = 200;
        var gate = new PageGate(Readers);
        await using var host = await CacheHost.StartBehindAsync(gate, PageBuilder.Consultations(1).Build());

        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => host.TextAsync("/", "Accept-Language: ja", Brotli))).ToList();
        await gate.Arrived;
        gate.Open();
        var pages = await Task.WhenAll(readers);

        gate.Pages.Should().Be(1);
        pages.Distinct().Should().ContainSingle().Which.Should().EndWith("</html>\n");
        (host.Misses, host.Hits).Should().Be((1, Readers - 1));
    }

    [Fact]
    public async Task A_client_that_disconnects_during_rendering_leaves_the_page_to_the_others()
    {
        var gate = new PageGate();
        await using var host = await CacheHost.StartBehindAsync(gate, PageBuilder.Consultations(1).Build());
        using var leave = new CancellationTokenSource();

        var left = host.SendAsync(HttpMethod.Get, "/", leave.Token);
        await gate.Entered;
        var stayed = host.TextAsync("/", "Accept-Language: ja");
        await leave.CancelAsync();
        gate.Open();

        (await stayed).Should().EndWith("</html>\n");
        gate.Pages.Should().Be(1);
        // The test server ends the request of somebody who left only when the page is made.
        await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <summary>/prefectures/33 with a capital for each bit of the number.</summary>
    private static string InCapitals(int bits) =>
        "/" + string.Concat("prefectures".Select((letter, at) => (bits >> at) % 2 == 0 ? letter : char.ToUpperInvariant(letter))) + "/33";
}
