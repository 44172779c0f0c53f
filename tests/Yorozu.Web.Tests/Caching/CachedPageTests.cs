using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Caching;

/// <summary>What is cached, for whom, and what browsers and proxies are told about it.</summary>
public sealed class CachedPageTests
{
    private static readonly string[] Plain = ["Accept-Language: ja"];

    [Fact]
    public async Task Languages_do_not_mix()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        for (var round = 0; round < 2; round++)
        {
            (await host.TextAsync("/about", "Accept-Language: ja")).Should().Contain("lang=\"ja\"").And.Contain("このサイトについて");
            (await host.TextAsync("/about", "Accept-Language: en-GB,en;q=0.9")).Should().Contain("<html lang=\"en\"").And.Contain("About");
            (await host.TextAsync("/about", "Accept-Language: ja", "Cookie: .AspNetCore.Culture=c%3Den%7Cuic%3Den")).Should().Contain("<html lang=\"en\"");
        }

        (host.Misses, host.Hits).Should().Be((2, 4));
    }

    [Fact]
    public async Task Pages_do_not_mix()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        for (var round = 0; round < 2; round++)
        {
            (await host.TextAsync("/metrics")).Should().Contain("<h1>指標の一覧</h1>");
            (await host.TextAsync("/prefectures")).Should().Contain("<h1>都道府県の一覧</h1>").And.NotContain("class=\"ranking\"");
            (await host.TextAsync("/prefectures?order=value")).Should().Contain("class=\"ranking\"");
        }

        (host.Misses, host.Hits).Should().Be((3, 3));
    }

    [Fact]
    public async Task Choosing_a_language_sets_a_cookie_that_nobody_else_gets()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        for (var round = 0; round < 2; round++)
        {
            using var chosen = await host.SendAsync(HttpMethod.Get, "/about?lang=en", Plain);
            chosen.Headers.GetValues("Set-Cookie").Should().ContainSingle();
            chosen.Headers.CacheControl!.ToString().Should().Be("no-store");
            using var other = await host.SendAsync(HttpMethod.Get, "/about", "Accept-Language: en");
            other.Headers.Contains("Set-Cookie").Should().BeFalse();
            (await other.Content.ReadAsStringAsync()).Should().Be(await chosen.Content.ReadAsStringAsync());
        }

        (host.Misses, host.Hits).Should().Be((1, 3));
    }

    [Fact]
    public async Task A_page_that_sets_a_cookie_is_for_its_reader_alone()
    {
        await using var host = await CacheHost.StartBehindAsync(new CookiePage(), PageBuilder.Consultations(1).Build());

        for (var round = 1; round <= 2; round++)
        {
            using var page = await host.SendAsync(HttpMethod.Get, "/about", Plain);
            page.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.Should().StartWith($"reader={round};");
            page.Headers.CacheControl!.ToString().Should().Be("no-store");
        }

        (host.Misses, host.Hits).Should().Be((2, 0));
    }

    [Fact]
    public async Task Encodings_do_not_mix_and_each_has_its_own_tag()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var tags = new List<string>();

        for (var round = 0; round < 2; round++)
        {
            foreach (var (accepted, coding) in new[] { ("br, gzip", "br"), ("gzip, deflate", "gzip"), ("identity", null) })
            {
                using var response = await host.SendAsync(HttpMethod.Get, "/", "Accept-Language: ja", "Accept-Encoding: " + accepted);
                response.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(coding);
                tags.Add(CacheHost.TagOf(response).Tag);
                (await host.TextAsync("/", "Accept-Language: ja", "Accept-Encoding: " + accepted))
                    .Should().StartWith("<!DOCTYPE html>")
                    .And.EndWith("</html>\n");
            }
        }

        tags.Should().HaveCount(6);
        tags.Distinct().Should().HaveCount(3);
        (host.Misses, host.Hits).Should().Be((3, 9));
    }

    [Fact]
    public async Task Made_and_cached_pages_have_the_same_headers()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        using var made = await host.SendAsync(HttpMethod.Get, "/", Plain);
        using var cached = await host.SendAsync(HttpMethod.Get, "/", Plain);
        using var head = await host.SendAsync(HttpMethod.Head, "/", Plain);

        var expected = Headers(made);
        expected
            .Should().Contain("Cache-Control: public, no-cache")
            .And.Contain("Vary: Accept-Encoding, Accept-Language, Cookie")
            .And.Contain("Content-Language: ja")
            .And.Contain("Content-Type: text/html; charset=utf-8")
            .And.Contain("X-Content-Type-Options: nosniff")
            .And.Contain(h => h.StartsWith("Content-Security-Policy: ", StringComparison.Ordinal));
        Headers(cached).Should().Equal(expected);
        Headers(head).Should().Equal(expected);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        host.Hits.Should().Be(2);
    }

    [Fact]
    public async Task A_head_request_may_come_first()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        using var head = await host.SendAsync(HttpMethod.Head, "/", Plain);

        var page = await host.TextAsync("/");
        page.Should().EndWith("</html>\n");
        head.Content.Headers.ContentLength.Should().Be(System.Text.Encoding.UTF8.GetByteCount(page));
        host.Hits.Should().Be(1);
    }

    [Theory]
    [InlineData("/releases/1/document", 0)]
    [InlineData("/releases/1/changes", 2)]
    [InlineData("/metrics/one-stop-consultations?csv=trend", 2)]
    [InlineData("/metrics/one-stop-consultations?svg=prefectures", 2)]
    public async Task A_file_that_a_page_hands_out_is_the_same_file_with_the_same_name_each_time(string address, int hits)
    {
        await using var host = await CacheHost.StartWithAsync("Yorozu:Hosts", "localhost", PageBuilder.Consultations(1).Build());

        using var head = await host.SendAsync(HttpMethod.Head, address, Plain);
        using var made = await host.SendAsync(HttpMethod.Get, address, Plain);
        using var cached = await host.SendAsync(HttpMethod.Get, address, Plain);

        var bytes = await made.Content.ReadAsByteArrayAsync();
        bytes.Should().NotBeEmpty();
        var disposition = address.Contains("svg=", StringComparison.Ordinal) ? "inline" : "attachment";
        (await cached.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        Headers(made).Should().Contain(h => h.StartsWith($"Content-Disposition: {disposition}; filename=", StringComparison.Ordinal));
        Headers(cached).Should().Equal(Headers(made));
        Headers(head).Should().Equal(Headers(made));
        host.Hits.Should().Be(hits);
    }

    [Fact]
    public async Task A_document_takes_no_memory_of_the_pages()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        using var made = await host.SendAsync(HttpMethod.Get, "/releases/1/document", Plain);
        using var chosen = await host.SendAsync(HttpMethod.Get, "/releases/1/document?lang=en", Plain);

        host.CachedBytes.Should().Be(0);
        made.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
        CacheHost.TagOf(made).Tag.Should().Be($"\"{PageBuilder.Consultations(1).Build().Sha256}\"");
        chosen.Headers.CacheControl!.ToString().Should().Be("no-store", "it sets a cookie");
    }

    [Fact]
    public async Task A_client_with_the_page_gets_304_without_a_body()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        using var first = await host.SendAsync(HttpMethod.Get, "/", Plain);
        var tag = CacheHost.TagOf(first).Tag;

        foreach (var known in new[] { tag, "W/" + tag, $"\"other\", {tag}", "*" })
        {
            using var again = await host.SendAsync(HttpMethod.Get, "/", "Accept-Language: ja", "If-None-Match: " + known);
            again.StatusCode.Should().Be(HttpStatusCode.NotModified, "of {0}", known);
            (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
            (CacheHost.TagOf(again).Tag, again.Headers.CacheControl!.ToString()).Should().Be((tag, "public, no-cache"));
            again.Headers.Vary.Should().Equal("Accept-Encoding", "Accept-Language", "Cookie");
        }

        using var other = await host.SendAsync(HttpMethod.Get, "/", "Accept-Language: ja", "If-None-Match: \"other\"");
        other.StatusCode.Should().Be(HttpStatusCode.OK);
        await host.Host.Store.PublishAsync(PageBuilder.Consultations(2).Build());
        using var changed = await host.SendAsync(HttpMethod.Get, "/", "Accept-Language: ja", "If-None-Match: " + tag);
        changed.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_that_names_its_own_address_names_the_one_it_was_asked_at()
    {
        foreach (var hosts in new[] { "", "localhost, yorozu.example.jp" })
        {
            await using var host = await CacheHost.StartWithAsync("Yorozu:Hosts", hosts, PageBuilder.Consultations(1).Build());
            foreach (var server in new[] { "http://localhost", "https://localhost", "http://yorozu.example.jp" })
            {
                (await host.TextAsync(server + "/downloads")).Should().Contain($"value=\"{server}/extracts/observations.csv\"");
                (await host.TextAsync(server + "/metrics/one-stop-consultations?csv=trend")).Should()
                    .Contain($"{server}/metrics/one-stop-consultations?asof=1#trend");
            }
        }
    }

    [Fact]
    public async Task A_page_unchanged_by_a_publication_is_not_sent_again()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        using var first = await host.SendAsync(HttpMethod.Get, "/releases/1/document", Plain);

        await host.Host.Store.PublishAsync(PageBuilder.Consultations(2).Build());

        using var again = await host.SendAsync(HttpMethod.Get, "/releases/1/document", "Accept-Language: ja", "If-None-Match: " + CacheHost.TagOf(first).Tag);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Only_reads_are_answered_from_memory()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        await host.TextAsync("/");

        using var sent = await host.SendAsync(HttpMethod.Post, "/", Plain);

        sent.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        host.Hits.Should().Be(0);
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/metrics/nothing", HttpStatusCode.NotFound)]
    [InlineData("/?asof=99", HttpStatusCode.NotFound)]
    [InlineData("/metrics/one-stop-consultations?fy=x", HttpStatusCode.BadRequest)]
    public async Task An_error_page_is_not_cached(string address, HttpStatusCode status)
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        for (var round = 0; round < 2; round++)
        {
            using var response = await host.SendAsync(HttpMethod.Get, address, Plain);
            response.StatusCode.Should().Be(status);
            response.Headers.CacheControl!.NoStore.Should().BeTrue();
            response.Headers.ETag.Should().BeNull();
            (await response.Content.ReadAsStringAsync()).Should().Contain("</html>");
        }

        host.Hits.Should().Be(0);
    }

    [Fact]
    public async Task Nothing_is_cached_of_or_for_an_admin()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var admin = await host.Host.SignInAsync();
        var before = host.Misses;

        for (var round = 0; round < 2; round++)
        {
            foreach (var address in new[] { "/", "/admin", "/admin/upload" })
            {
                var answer = await admin.OpenAsync(address);
                answer.Response.Headers.CacheControl!.NoStore.Should().BeTrue("of {0}", address);
                answer.Response.Headers.ETag.Should().BeNull();
            }
        }

        (host.Misses, host.Hits).Should().Be((before, 0));
        (await host.SendAsync(HttpMethod.Get, "/admin", Plain)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private static List<string> Headers(HttpResponseMessage response) =>
        [.. response.Headers
            .Concat(response.Content.Headers)
            .Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.Ordinal)];

    private sealed class CookiePage : IAsyncPageFilter
    {
        private int _readers;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            context.HttpContext.Response.Cookies.Append("reader", $"{++_readers}");
            return next();
        }
    }
}
